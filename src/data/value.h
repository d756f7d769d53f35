// The value tree: what YAML, JSON and front matter hold.
#ifndef OFFPRINT_DATA_VALUE_H_
#define OFFPRINT_DATA_VALUE_H_

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace offprint::data {

class Value;
struct Member;

using Array = std::vector<Value>;

// Where a key or a value began in the file it was read from; zeros where it
// was not read.
struct Mark {
  int line = 0;    // from 1
  int column = 0;  // from 1
};

// A mapping whose members keep the order in which they were set.
class Object {
 public:
  Object();
  Object(std::initializer_list<Member> members);
  Object(const Object& other);
  Object(Object&& other) noexcept;
  Object& operator=(const Object& other);
  Object& operator=(Object&& other) noexcept;
  ~Object();

  // The value under the key, or null. Valid until the object changes.
  const Value* Find(std::string_view key) const;
  Value* Find(std::string_view key);

  // Replaces the value under the key, or appends it. `mark` is the key's.
  Value& Set(std::string key, Value value);
  Value& Set(std::string key, Value value, Mark mark);

  // Appends without looking for the key, which the caller knows to be new.
  void Append(std::string key, Value value);
  void Append(std::string key, Value value, Mark mark);

  size_t size() const;
  bool empty() const;
  const std::vector<Member>& members() const { return members_; }

 private:
  std::vector<Member> members_;
};

// A day, or a moment with the offset from UTC in which it was written. Only
// readers that are asked for them make such values.
struct Timestamp {
  int64_t seconds = 0;  // since 1970-01-01T00:00Z
  int32_t nanoseconds = 0;
  int32_t offset = 0;  // seconds east of UTC
  bool is_day = false;
};

// "2024-03-05", or "2024-03-05 14:07:09 +0800".
std::string FormatTimestamp(const Timestamp& timestamp);

class Value {
 public:
  Value() = default;
  Value(std::nullptr_t) {}                                       // NOLINT
  Value(bool value) : value_(value) {}                           // NOLINT
  Value(int value) : value_(int64_t{value}) {}                   // NOLINT
  Value(int64_t value) : value_(value) {}                        // NOLINT
  Value(size_t value) : value_(static_cast<int64_t>(value)) {}   // NOLINT
  Value(double value) : value_(value) {}                         // NOLINT
  Value(std::string value) : value_(std::move(value)) {}         // NOLINT
  Value(std::string_view value) : value_(std::string(value)) {}  // NOLINT
  Value(const char* value) : value_(std::string(value)) {}       // NOLINT
  Value(Array value) : value_(std::move(value)) {}               // NOLINT
  Value(Object value) : value_(std::move(value)) {}              // NOLINT

  Value(Timestamp value) : value_(value) {}  // NOLINT

  bool IsNull() const { return value_.index() == 0; }
  // The value as that type, or null when it is of another.
  const bool* AsBool() const { return std::get_if<bool>(&value_); }
  const int64_t* AsInt() const { return std::get_if<int64_t>(&value_); }
  const double* AsDouble() const { return std::get_if<double>(&value_); }
  const std::string* AsString() const {
    return std::get_if<std::string>(&value_);
  }
  const Timestamp* AsTimestamp() const {
    return std::get_if<Timestamp>(&value_);
  }
  const Array* AsArray() const { return std::get_if<Array>(&value_); }
  Array* AsArray() { return std::get_if<Array>(&value_); }
  const Object* AsObject() const { return std::get_if<Object>(&value_); }
  Object* AsObject() { return std::get_if<Object>(&value_); }

  // "null", "a truth value", "a number", "a text", "a list", "a mapping" or
  // "a date".
  const char* TypeName() const;

  Mark mark;

 private:
  std::variant<std::nullptr_t, bool, int64_t, double, std::string, Array,
               Object, Timestamp>
      value_ = nullptr;
};

struct Member {
  std::string key;
  Value value;
  Mark mark;  // of the key
};

// Here, where Member is complete.
inline Object::Object() = default;
inline Object::Object(const Object& other) = default;
inline Object::Object(Object&& other) noexcept = default;
inline Object& Object::operator=(const Object& other) = default;
inline Object& Object::operator=(Object&& other) noexcept = default;
inline Object::~Object() = default;
inline size_t Object::size() const { return members_.size(); }
inline bool Object::empty() const { return members_.empty(); }

}  // namespace offprint::data

#endif  // OFFPRINT_DATA_VALUE_H_
