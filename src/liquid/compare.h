// Equality and order as Ruby has them.
#ifndef OFFPRINT_LIQUID_COMPARE_H_
#define OFFPRINT_LIQUID_COMPARE_H_

#include <cstdint>
#include <optional>

#include "liquid/value.h"

namespace offprint::liquid {

class Renderer;

// Ruby's ==: 1 == 1.0, but "1" != 1.
bool Equal(const Value& a, const Value& b, Renderer& renderer);

// Ruby's eql?, as uniq and group_by use it: 1 is not 1.0.
bool Same(const Value& a, const Value& b, Renderer& renderer);
// A hash that is equal for values that are the same.
uint64_t HashOf(const Value& value, Renderer& renderer);

// Ruby's <=>: below 0, 0, above 0; nothing where the two have no order.
std::optional<int> Order(const Value& a, const Value& b, Renderer& renderer);

enum class Operator : uint8_t {
  kNone,  // the left side alone
  kEqual,
  kNotEqual,
  kLess,
  kGreater,
  kLessEqual,
  kGreaterEqual,
  kContains,
  kUnknown,  // an error when it is evaluated
};

// Whether a comparison of Liquid holds; a failure of the renderer where Ruby
// would raise.
bool Compare(const Value& left, Operator op, const Value& right,
             Renderer& renderer);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_COMPARE_H_
