#include "data/value.h"

#include <cstdio>
#include <cstdlib>

#include "base/date.h"

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

std::string FormatTimestamp(const Timestamp& timestamp) {
  const int64_t local = timestamp.seconds + timestamp.offset;
  const int64_t days = local / 86400 - (local % 86400 < 0 ? 1 : 0);
  const auto second = static_cast<int>(local - days * 86400);
  std::string text = FormatDate(DateFromDays(static_cast<int>(days)));
  if (timestamp.is_day) return text;
  const int minutes = std::abs(timestamp.offset) / 60;
  char buffer[80];
  std::snprintf(buffer, sizeof buffer, " %02d:%02d:%02d %c%02d%02d",
                second / 3600, second / 60 % 60, second % 60,
                timestamp.offset < 0 ? '-' : '+', minutes / 60, minutes % 60);
  return text + buffer;
}

const char* Value::TypeName() const {
  static constexpr const char* kNames[] = {
      "null",   "a truth value", "a number",  "a number",
      "a text", "a list",        "a mapping", "a date"};
  return kNames[value_.index()];
}

}  // namespace offprint::data
