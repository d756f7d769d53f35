#include "liquid/compare.h"

#include <algorithm>
#include <bit>
#include <string>
#include <tuple>

#include "base/text.h"
#include "liquid/renderer.h"
#include "liquid/text_form.h"
#include "liquid/time.h"

namespace offprint::liquid {
namespace {

using Kind = Value::Kind;

// Values inside values are compared no deeper.
constexpr int kMaxDepth = 64;

bool EqualAt(const Value& a, const Value& b, bool exactly, int depth,
             Renderer& renderer);

bool EqualArrays(const Value& a, const Value& b, bool exactly, int depth,
                 Renderer& renderer) {
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    if (!EqualAt(a.At(i, renderer.arena()), b.At(i, renderer.arena()), exactly,
                 depth + 1, renderer)) {
      return false;
    }
  }
  return true;
}

bool EqualHashes(const Value& a, const Value& b, bool exactly, int depth,
                 Renderer& renderer) {
  if (a.kind() == b.kind()) {
    if (a.kind() == Kind::kDrop && &a.drop() == &b.drop()) return true;
    if (a.kind() == Kind::kDataObject && &a.data_object() == &b.data_object()) {
      return true;
    }
  }
  if (a.size() != b.size()) return false;
  for (size_t i = 0; i < a.size(); ++i) {
    const Key key(a.KeyAt(i));
    bool found = false;
    const Value other = b.Find(key, renderer.arena(), &found);
    if (!found || !EqualAt(a.Find(key, renderer.arena()), other, exactly,
                           depth + 1, renderer)) {
      return false;
    }
  }
  return true;
}

bool EqualScalars(const Value& a, const Value& b) {
  switch (a.kind()) {
    case Kind::kBool:
      return a.boolean() == b.boolean();
    case Kind::kInt:
      return a.integer() == b.integer();
    case Kind::kDouble:
      return a.number() == b.number();
    case Kind::kString:
      return a.text() == b.text();
    case Kind::kRange:
      return a.range().first == b.range().first &&
             a.range().last == b.range().last;
    case Kind::kDate:
      return a.days() == b.days();
    case Kind::kTime:
      return a.time().seconds == b.time().seconds &&
             a.time().nanoseconds == b.time().nanoseconds;
    default:
      return true;  // nil, "empty", "blank"
  }
}

bool EqualAt(const Value& a, const Value& b, bool exactly, int depth,
             Renderer& renderer) {
  if (depth > kMaxDepth) return false;
  if (a.IsArray() && b.IsArray()) {
    return EqualArrays(a, b, exactly, depth, renderer);
  }
  if (a.IsHash() && b.IsHash()) {
    return EqualHashes(a, b, exactly, depth, renderer);
  }
  if (!exactly && a.IsNumber() && b.IsNumber() && a.kind() != b.kind()) {
    return a.number() == b.number();
  }
  return a.kind() == b.kind() && EqualScalars(a, b);
}

template <typename T>
int Sign(const T& a, const T& b) {
  return a < b ? -1 : (b < a ? 1 : 0);
}

std::optional<int> OrderArrays(const Value& a, const Value& b,
                               Renderer& renderer) {
  const size_t common = std::min(a.size(), b.size());
  for (size_t i = 0; i < common; ++i) {
    const auto order =
        Order(a.At(i, renderer.arena()), b.At(i, renderer.arena()), renderer);
    if (order != 0) return order;
  }
  return Sign(a.size(), b.size());
}

std::optional<int> OrderNumbers(const Value& a, const Value& b) {
  if (a.IsInt() && b.IsInt()) return Sign(a.integer(), b.integer());
  const double x = a.number();
  const double y = b.number();
  if (x != x || y != y) return std::nullopt;  // not a number
  return Sign(x, y);
}

// Whether one of the two is the literal "empty" or "blank" and, in *equal,
// whether the other is that.
bool EqualLiteral(const Value& a, const Value& b, bool* equal) {
  const bool left = a.kind() == Kind::kEmpty || a.kind() == Kind::kBlank;
  const bool right = b.kind() == Kind::kEmpty || b.kind() == Kind::kBlank;
  if (!left && !right) return false;
  const Value& literal = left ? a : b;
  const Value& other = left ? b : a;
  *equal = literal.kind() == Kind::kEmpty &&
           ((other.IsString() && other.text().empty()) ||
            ((other.IsArray() || other.IsHash()) && other.size() == 0));
  return true;
}

bool EqualInCondition(const Value& a, const Value& b, Renderer& renderer) {
  bool equal = false;
  if (EqualLiteral(a, b, &equal)) return equal;
  return Equal(a, b, renderer);
}

bool IsOrdered(const Value& value) {
  return value.IsNumber() || value.IsString() || value.kind() == Kind::kDate ||
         value.kind() == Kind::kTime;
}

// How Ruby names the other side in "comparison of A with B failed".
std::string OperandName(const Value& value, Renderer& renderer) {
  if (value.IsNumber() || value.IsNil() || value.IsBool()) {
    std::string text;
    AppendInspected(value, renderer, &text);
    return text;
  }
  return std::string(ClassName(value));
}

bool CompareOrder(const Value& left, Operator op, const Value& right,
                  Renderer& renderer) {
  if (!IsOrdered(left) || !IsOrdered(right)) return false;
  const auto order = Order(left, right, renderer);
  if (!order) {
    if (left.IsNumber() && right.IsNumber()) return false;
    renderer.Fail("comparison of " + std::string(ClassName(left)) + " with " +
                  OperandName(right, renderer) + " failed");
    return false;
  }
  switch (op) {
    case Operator::kLess:
      return *order < 0;
    case Operator::kGreater:
      return *order > 0;
    case Operator::kLessEqual:
      return *order <= 0;
    default:
      return *order >= 0;
  }
}

bool Contains(const Value& left, const Value& right, Renderer& renderer) {
  if (!left.IsTruthy() || !right.IsTruthy()) return false;
  if (left.IsString()) {
    return left.text().find(ToText(right, renderer)) != std::string_view::npos;
  }
  if (left.IsArray()) {
    for (size_t i = 0; i < left.size(); ++i) {
      if (Equal(left.At(i, renderer.arena()), right, renderer)) return true;
    }
    return false;
  }
  if (left.IsHash() && right.IsString()) {
    bool found = false;
    left.Find(Key(right.text()), renderer.arena(), &found);
    return found;
  }
  if (left.kind() == Kind::kRange && right.IsNumber()) {
    return right.number() >= static_cast<double>(left.range().first) &&
           right.number() <= static_cast<double>(left.range().last);
  }
  return false;
}

}  // namespace

bool Equal(const Value& a, const Value& b, Renderer& renderer) {
  return EqualAt(a, b, false, 0, renderer);
}

bool Same(const Value& a, const Value& b, Renderer& renderer) {
  return EqualAt(a, b, true, 0, renderer);
}

uint64_t HashOf(const Value& value, Renderer& renderer) {
  const uint64_t kind = static_cast<uint64_t>(value.kind()) << 56;
  switch (value.kind()) {
    case Kind::kBool:
      return kind + (value.boolean() ? 1 : 0);
    case Kind::kInt:
      return kind ^ static_cast<uint64_t>(value.integer());
    case Kind::kDouble: {
      const double number = value.number() == 0 ? 0.0 : value.number();
      return kind ^ std::bit_cast<uint64_t>(number);
    }
    case Kind::kString:
      return StableHash(value.text());
    case Kind::kSpan:
    case Kind::kList:
    case Kind::kDataArray: {
      uint64_t hash = value.size();
      for (size_t i = 0; i < value.size() && i < 8; ++i) {
        const Value item = value.At(i, renderer.arena());
        hash = hash * 31 + (item.IsArray() ? 1 : HashOf(item, renderer));
      }
      return hash;
    }
    case Kind::kDrop:
    case Kind::kDataObject:
      return value.size();
    case Kind::kDate:
      return kind ^ static_cast<uint64_t>(value.days());
    case Kind::kTime:
      return kind ^ static_cast<uint64_t>(value.time().seconds);
    default:
      return kind;
  }
}

std::optional<int> Order(const Value& a, const Value& b, Renderer& renderer) {
  if (a.IsNumber() && b.IsNumber()) return OrderNumbers(a, b);
  if (a.IsString() && b.IsString()) return Sign(a.text().compare(b.text()), 0);
  if (a.IsArray() && b.IsArray()) return OrderArrays(a, b, renderer);
  if (a.kind() == Kind::kDate && b.kind() == Kind::kDate) {
    return Sign(a.days(), b.days());
  }
  if (a.kind() == Kind::kTime && b.kind() == Kind::kTime) {
    const Time left = a.time();
    const Time right = b.time();
    return Sign(std::tie(left.seconds, left.nanoseconds),
                std::tie(right.seconds, right.nanoseconds));
  }
  if (Equal(a, b, renderer)) return 0;
  return std::nullopt;
}

bool Compare(const Value& left, Operator op, const Value& right,
             Renderer& renderer) {
  switch (op) {
    case Operator::kEqual:
      return EqualInCondition(left, right, renderer);
    case Operator::kNotEqual:
      return !EqualInCondition(left, right, renderer);
    case Operator::kContains:
      return Contains(left, right, renderer);
    case Operator::kLess:
    case Operator::kGreater:
    case Operator::kLessEqual:
    case Operator::kGreaterEqual:
      return CompareOrder(left, op, right, renderer);
    default:
      return left.IsTruthy();
  }
}

}  // namespace offprint::liquid
