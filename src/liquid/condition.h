// Conditions of if, unless and where_exp.
#ifndef OFFPRINT_LIQUID_CONDITION_H_
#define OFFPRINT_LIQUID_CONDITION_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "liquid/arena.h"
#include "liquid/compare.h"
#include "liquid/expression.h"

namespace offprint::liquid {

class Renderer;

// "left op right", and what "and" or "or" ties behind it: both bind to the
// right, whichever they are.
struct Condition {
  enum class Relation : uint8_t { kNone, kAnd, kOr };

  Expression left;
  Expression right;
  Operator op = Operator::kNone;
  std::string_view op_text;
  Relation relation = Relation::kNone;
  const Condition* next = nullptr;
};

// The operator that is written so.
Operator FindOperator(std::string_view text);

bool Evaluate(const Condition& condition, Renderer& renderer);

// The condition, or null with the reason in *error. Slices of `markup` and
// what is made of them live as long as the arena.
const Condition* ParseConditionStrictly(std::string_view markup, Arena& arena,
                                        std::string* error);
const Condition* ParseConditionLaxly(std::string_view markup, Arena& arena);

// "left" or "left op right" and no more, as where_exp takes it.
const Condition* ParseComparison(std::string_view markup, Arena& arena,
                                 std::string* error);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_CONDITION_H_
