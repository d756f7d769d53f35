#include "liquid/value.h"

#include "liquid/drop.h"
#include "liquid/time.h"

namespace offprint::liquid {

Value::Value(const data::Value& value) {
  if (const std::string* text = value.AsString()) {
    *this = Value(std::string_view(*text));
  } else if (const data::Object* object = value.AsObject()) {
    *this = Value(object);
  } else if (const data::Array* array = value.AsArray()) {
    *this = Value(array);
  } else if (const int64_t* integer = value.AsInt()) {
    *this = Value(*integer);
  } else if (const bool* boolean = value.AsBool()) {
    *this = Value(*boolean);
  } else if (const double* number = value.AsDouble()) {
    *this = Value(*number);
  } else if (const data::Timestamp* timestamp = value.AsTimestamp()) {
    if (timestamp->is_day) {
      *this = Day(static_cast<int>(timestamp->seconds / 86400));
    } else {
      kind_ = Kind::kTime;
      size_ = 1;
      as_.timestamp = timestamp;
    }
  }
}

Time Value::time() const {
  if (size_ == 0) return *as_.time;
  const data::Timestamp& timestamp = *as_.timestamp;
  return {timestamp.seconds, timestamp.nanoseconds, timestamp.offset, nullptr};
}

size_t Value::size() const {
  switch (kind_) {
    case Kind::kSpan:
      return size_;
    case Kind::kList:
      return as_.list->size();
    case Kind::kDataArray:
      return as_.array->size();
    case Kind::kDrop:
      return as_.drop->Keys().size();
    case Kind::kDataObject:
      return as_.object->size();
    default:
      return 0;
  }
}

Value Value::At(size_t index, Arena& arena) const {
  switch (kind_) {
    case Kind::kSpan:
      return as_.items[index];
    case Kind::kList:
      return as_.list->At(index, arena);
    case Kind::kDataArray:
      return Value((*as_.array)[index]);
    default:
      return Value();
  }
}

Value Value::Find(const Key& key, Arena& arena, bool* found) const {
  if (kind_ == Kind::kDataObject) {
    const data::Value* member = as_.object->Find(key.text);
    if (found != nullptr) *found = member != nullptr;
    return member != nullptr ? Value(*member) : Value();
  }
  if (kind_ == Kind::kDrop) {
    const Value member = as_.drop->Find(key, arena);
    if (found != nullptr) {
      *found = !member.IsNil();
      if (member.IsNil()) {
        for (const std::string_view name : as_.drop->Keys()) {
          *found = *found || name == key.text;
        }
      }
    }
    return member;
  }
  if (found != nullptr) *found = false;
  return Value();
}

std::string_view Value::KeyAt(size_t index) const {
  if (kind_ == Kind::kDrop) return as_.drop->Keys()[index];
  return as_.object->members()[index].key;
}

}  // namespace offprint::liquid
