// Expressions: literals, variables and ranges.
#ifndef OFFPRINT_LIQUID_EXPRESSION_H_
#define OFFPRINT_LIQUID_EXPRESSION_H_

#include <atomic>
#include <cstdint>
#include <span>
#include <string_view>

#include "liquid/arena.h"
#include "liquid/key.h"
#include "liquid/value.h"

namespace offprint::liquid {

struct Lookup;
struct RangeLookup;

// A literal, unless it points at something to be computed.
struct Expression {
  Value literal;
  const Lookup* lookup = nullptr;
  const RangeLookup* range = nullptr;

  bool IsLiteral() const { return lookup == nullptr && range == nullptr; }
};

// One step of a lookup: ".name", "[index]" or "[expression]".
struct Segment {
  enum class Command : uint8_t { kNone, kSize, kFirst, kLast };

  Key key;
  // Set for "[expression]", unless that is a text.
  const Expression* computed = nullptr;
  // What ".size", ".first" or ".last" do where there is no such member.
  Command command = Command::kNone;
  // Where the member stood in the data object seen last. Only a hint, so that
  // threads may overwrite each other's.
  mutable std::atomic<uint32_t> hint{0};
};

// "name.segment[segment]".
struct Lookup {
  Key name;
  // Set for "[expression]", unless that is a text.
  const Expression* computed_name = nullptr;
  std::span<const Segment> segments;
};

// "(first..last)" where one of both is to be computed.
struct RangeLookup {
  Expression first;
  Expression last;
};

// Parses an expression as Liquid::Expression does: whatever it is, it is one.
// Texts are slices of `markup`, which must live as long as the arena.
// *failed becomes true where Ruby would raise.
Expression ParseExpression(std::string_view markup, Arena& arena, bool* failed);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_EXPRESSION_H_
