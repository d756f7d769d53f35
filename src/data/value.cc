#include "data/value.h"

namespace offprint::data {

Object::Object(std::initializer_list<Member> members) : members_(members) {}

const Value* Object::Find(std::string_view key) const {
  for (const Member& member : members_) {
    if (member.key == key) return &member.value;
  }
  return nullptr;
}

Value* Object::Find(std::string_view key) {
  return const_cast<Value*>(std::as_const(*this).Find(key));
}

Value& Object::Set(std::string key, Value value) {
  if (Value* found = Find(key)) {
    *found = std::move(value);
    return *found;
  }
  Append(std::move(key), std::move(value));
  return members_.back().value;
}

void Object::Append(std::string key, Value value) {
  const Mark mark = value.mark;
  members_.push_back({std::move(key), std::move(value), mark});
}

const char* Value::TypeName() const {
  static constexpr const char* kNames[] = {
      "null",   "a truth value", "a number", "a number",
      "a text", "a list",        "a mapping"};
  return kNames[value_.index()];
}

}  // namespace offprint::data
