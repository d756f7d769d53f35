// What a template computes with.
#ifndef OFFPRINT_LIQUID_VALUE_H_
#define OFFPRINT_LIQUID_VALUE_H_

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "data/value.h"
#include "liquid/arena.h"
#include "liquid/key.h"

namespace offprint::liquid {

class Drop;
class List;
struct Range;
struct Time;

// A value: a few words that refer to text, lists and hashes but never own
// them. What it refers to lives in the archive, in a data tree or in the
// arena of the render, and outlives the render. Cheap to copy.
class Value {
 public:
  enum class Kind : uint8_t {
    kNil,
    kBool,
    kInt,
    kDouble,
    kString,
    kSpan,        // an array of values that stand side by side
    kList,        // an array that gives its items one by one
    kDataArray,   // an array of a data tree
    kDrop,        // a hash that gives its members one by one
    kDataObject,  // a hash of a data tree
    kRange,
    kDate,   // a day
    kTime,   // a moment with an offset from UTC
    kEmpty,  // the literal "empty"
    kBlank,  // the literal "blank"
  };

  constexpr Value() = default;
  // NOLINTBEGIN(google-explicit-constructor)
  constexpr Value(bool value) : kind_(Kind::kBool) { as_.boolean = value; }
  constexpr Value(int value) : kind_(Kind::kInt) { as_.integer = value; }
  constexpr Value(int64_t value) : kind_(Kind::kInt) { as_.integer = value; }
  constexpr Value(size_t value) : kind_(Kind::kInt) {
    as_.integer = static_cast<int64_t>(value);
  }
  constexpr Value(double value) : kind_(Kind::kDouble) { as_.number = value; }
  constexpr Value(std::string_view text)
      : size_(static_cast<uint32_t>(text.size())), kind_(Kind::kString) {
    as_.text = text.data();
  }
  constexpr Value(const char* text) : Value(std::string_view(text)) {}
  // The values must outlive the render (Arena::NewSpan gives such).
  constexpr Value(std::span<const Value> items)
      : size_(static_cast<uint32_t>(items.size())), kind_(Kind::kSpan) {
    as_.items = items.data();
  }
  constexpr Value(const List* list) : kind_(Kind::kList) { as_.list = list; }
  constexpr Value(const Drop* drop) : kind_(Kind::kDrop) { as_.drop = drop; }
  constexpr Value(const Range* range) : kind_(Kind::kRange) {
    as_.range = range;
  }
  constexpr Value(const Time* time) : kind_(Kind::kTime) { as_.time = time; }
  // A part of a data tree, which must outlive the render and stay unchanged.
  Value(const data::Value& value);
  constexpr Value(const data::Array* array) : kind_(Kind::kDataArray) {
    as_.array = array;
  }
  constexpr Value(const data::Object* object) : kind_(Kind::kDataObject) {
    as_.object = object;
  }
  // NOLINTEND(google-explicit-constructor)
  Value(const void*) = delete;

  static constexpr Value Empty() { return Value(Kind::kEmpty); }
  static constexpr Value Blank() { return Value(Kind::kBlank); }
  // A day, counted from 1970-01-01.
  static constexpr Value Day(int days) {
    Value value(Kind::kDate);
    value.as_.integer = days;
    return value;
  }

  Kind kind() const { return kind_; }
  bool IsNil() const { return kind_ == Kind::kNil; }
  bool IsBool() const { return kind_ == Kind::kBool; }
  bool IsInt() const { return kind_ == Kind::kInt; }
  bool IsDouble() const { return kind_ == Kind::kDouble; }
  bool IsNumber() const { return IsInt() || IsDouble(); }
  bool IsString() const { return kind_ == Kind::kString; }
  bool IsArray() const {
    return kind_ >= Kind::kSpan && kind_ <= Kind::kDataArray;
  }
  bool IsHash() const {
    return kind_ == Kind::kDrop || kind_ == Kind::kDataObject;
  }
  // All but nil and false.
  bool IsTruthy() const {
    return kind_ > Kind::kBool || (kind_ == Kind::kBool && as_.boolean);
  }

  // The value as what kind() says it is.
  bool boolean() const { return as_.boolean; }
  int64_t integer() const { return as_.integer; }
  double number() const {
    return IsInt() ? static_cast<double>(as_.integer) : as_.number;
  }
  std::string_view text() const { return {as_.text, size_}; }
  const Range& range() const { return *as_.range; }
  int days() const { return static_cast<int>(as_.integer); }
  Time time() const;
  const Drop& drop() const { return *as_.drop; }
  const List& list() const { return *as_.list; }
  std::span<const Value> items() const { return {as_.items, size_}; }
  const data::Array& data_array() const { return *as_.array; }
  const data::Object& data_object() const { return *as_.object; }

  // The number of items of an array or of members of a hash; 0 for others.
  size_t size() const;
  // An item of an array, `index` being less than size().
  Value At(size_t index, Arena& arena) const;
  // A member of a hash, nil where there is none. *found, where given, tells a
  // member that is nil from none.
  Value Find(const Key& key, Arena& arena, bool* found = nullptr) const;
  // The key of a hash's member, `index` being less than size().
  std::string_view KeyAt(size_t index) const;

 private:
  constexpr explicit Value(Kind kind) : kind_(kind) {}

  union {
    bool boolean;
    int64_t integer = 0;
    double number;
    const char* text;
    const Value* items;
    const List* list;
    const data::Array* array;
    const Drop* drop;
    const data::Object* object;
    const Range* range;
    const Time* time;
    const data::Timestamp* timestamp;  // where size_ is not 0
  } as_;
  uint32_t size_ = 0;
  Kind kind_ = Kind::kNil;
};

// "(first..last)", both included.
struct Range {
  int64_t first = 0;
  int64_t last = 0;

  size_t size() const {
    return last < first ? 0 : static_cast<size_t>(last - first) + 1;
  }
};

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_VALUE_H_
