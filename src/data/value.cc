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
  const Mark mark = value.mark;
  return Set(std::move(key), std::move(value), mark);
}

Value& Object::Set(std::string key, Value value, Mark mark) {
  for (Member& member : members_) {
    if (member.key != key) continue;
    member.value = std::move(value);
    member.mark = mark;
    return member.value;
  }
  Append(std::move(key), std::move(value), mark);
  return members_.back().value;
}

void Object::Append(std::string key, Value value) {
  const Mark mark = value.mark;
  Append(std::move(key), std::move(value), mark);
}

void Object::Append(std::string key, Value value, Mark mark) {
  members_.push_back({std::move(key), std::move(value), mark});
}

const char* Value::TypeName() const {
  static constexpr const char* kNames[] = {
      "null",   "a truth value", "a number", "a number",
      "a text", "a list",        "a mapping"};
  return kNames[value_.index()];
}

}  // namespace offprint::data
