// The filters of numbers.
#include <cmath>
#include <limits>
#include <string>

#include "base/text.h"
#include "liquid/compare.h"
#include "liquid/decimal.h"
#include "liquid/filter.h"
#include "liquid/loop.h"
#include "liquid/number.h"
#include "liquid/renderer.h"
#include "liquid/text_form.h"

namespace offprint::liquid {
namespace {

// -?\d+\.\d+ as the whole text.
bool IsFraction(std::string_view text) {
  if (text.starts_with('-')) text.remove_prefix(1);
  const size_t point = text.find('.');
  if (point == 0 || point == std::string_view::npos ||
      point + 1 == text.size()) {
    return false;
  }
  for (size_t i = 0; i < text.size(); ++i) {
    if (i != point && !IsAsciiDigit(text[i])) return false;
  }
  return true;
}

// Liquid::Utils.to_number: what is no number is 0.
Value ToNumber(const Value& value) {
  if (value.IsNumber()) return value;
  if (!value.IsString()) return Value(0);
  const std::string_view text = Trim(value.text());
  if (IsFraction(text)) return Value(LeadingDouble(text));
  return LeadingInteger(value.text());
}

// Whole numbers stay whole, unless they grow beyond 64 bits.
std::optional<int64_t> ComputeWhole(int64_t a, Arithmetic operation,
                                    int64_t b) {
  int64_t result = 0;
  switch (operation) {
    case Arithmetic::kAdd:
      if (__builtin_add_overflow(a, b, &result)) return std::nullopt;
      return result;
    case Arithmetic::kSubtract:
      if (__builtin_sub_overflow(a, b, &result)) return std::nullopt;
      return result;
    case Arithmetic::kMultiply:
      if (__builtin_mul_overflow(a, b, &result)) return std::nullopt;
      return result;
    case Arithmetic::kDivide:
      if (b == -1) return ComputeWhole(0, Arithmetic::kSubtract, a);
      result = a / b;
      return a % b != 0 && (a % b < 0) != (b < 0) ? result - 1 : result;
    case Arithmetic::kModulo:
      if (b == -1) return 0;
      result = a % b;
      return result != 0 && (result < 0) != (b < 0) ? result + b : result;
  }
  return std::nullopt;
}

Value Calculate(const FilterCall& call, Arithmetic operation) {
  const Value a = ToNumber(call.input);
  const Value b = ToNumber(call.Argument(0));
  const bool divides =
      operation == Arithmetic::kDivide || operation == Arithmetic::kModulo;
  // A fraction divided by 0 is infinite, and all the rest a mistake.
  const bool whole = a.IsInt() && b.IsInt();
  if (divides && b.number() == 0) {
    if (operation == Arithmetic::kDivide && !whole) {
      return Value(a.number() / 0.0);
    }
    call.renderer.Fail("divided by 0");
    return Value();
  }
  if (whole) {
    const auto exact = ComputeWhole(a.integer(), operation, b.integer());
    if (exact) return Value(*exact);
  }
  return Value(Compute(a.number(), operation, b.number()));
}

Value Plus(const FilterCall& call) { return Calculate(call, Arithmetic::kAdd); }
Value Minus(const FilterCall& call) {
  return Calculate(call, Arithmetic::kSubtract);
}
Value Times(const FilterCall& call) {
  return Calculate(call, Arithmetic::kMultiply);
}
Value DividedBy(const FilterCall& call) {
  return Calculate(call, Arithmetic::kDivide);
}
Value Modulo(const FilterCall& call) {
  return Calculate(call, Arithmetic::kModulo);
}

Value Abs(const FilterCall& call) {
  const Value number = ToNumber(call.input);
  if (number.IsDouble()) return Value(std::fabs(number.number()));
  if (number.integer() == std::numeric_limits<int64_t>::min()) {
    return Value(-number.number());
  }
  return Value(number.integer() < 0 ? -number.integer() : number.integer());
}

// A whole double as an integer; a failure where it is none.
Value Whole(double number, Renderer& renderer) {
  if (!std::isfinite(number)) {
    std::string text;
    AppendDouble(number, &text);
    renderer.Fail(text + " is no whole number");
    return Value();
  }
  // Beyond 64 bits it stays a fraction.
  if (std::fabs(number) >= 9223372036854775808.0) return Value(number);
  return Value(TruncatedInteger(number));
}

Value Ceil(const FilterCall& call) {
  const Value number = ToNumber(call.input);
  if (number.IsInt()) return number;
  return Whole(std::ceil(number.number()), call.renderer);
}

Value Floor(const FilterCall& call) {
  const Value number = ToNumber(call.input);
  if (number.IsInt()) return number;
  return Whole(std::floor(number.number()), call.renderer);
}

Value RoundWhole(int64_t number, int64_t digits) {
  if (digits >= 0) return Value(number);
  if (digits < -18) return Value(0);
  int64_t unit = 1;
  for (; digits < 0; ++digits) unit *= 10;
  const int64_t rest = number % unit;
  int64_t rounded = number - rest;
  if (rest >= unit - unit / 2) rounded += unit;
  if (-rest >= unit - unit / 2) rounded -= unit;
  return Value(rounded);
}

Value Round(const FilterCall& call) {
  const Value number = ToNumber(call.input);
  const Value argument = call.arguments.empty() ? Value(0) : call.Argument(0);
  const int64_t digits = TruncatedInteger(ToNumber(argument).number());
  if (digits > std::numeric_limits<int32_t>::max()) {
    call.renderer.Fail("too many digits to round to");
    return Value();
  }
  if (number.IsInt()) return RoundWhole(number.integer(), digits);
  if (!std::isfinite(number.number()))
    return Whole(number.number(), call.renderer);
  const Value rounded(RoundTo(number.number(), digits));
  return digits <= 0 ? Whole(rounded.number(), call.renderer) : rounded;
}

Value AtLeast(const FilterCall& call) {
  const Value number = ToNumber(call.input);
  const Value least = ToNumber(call.Argument(0));
  return least.number() > number.number() ? least : number;
}

Value AtMost(const FilterCall& call) {
  const Value number = ToNumber(call.input);
  const Value most = ToNumber(call.Argument(0));
  return most.number() < number.number() ? most : number;
}

Value ToIntegerFilter(const FilterCall& call) {
  if (call.input.IsBool()) return Value(call.input.boolean() ? 1 : 0);
  if (call.input.IsString()) return LeadingInteger(call.input.text());
  return Value(ToInteger(call.input, call.renderer));
}

constexpr Filter kFilters[] = {
    {"abs", 0, 0, Abs},
    {"at_least", 1, 1, AtLeast},
    {"at_most", 1, 1, AtMost},
    {"ceil", 0, 0, Ceil},
    {"divided_by", 1, 1, DividedBy},
    {"floor", 0, 0, Floor},
    {"minus", 1, 1, Minus},
    {"modulo", 1, 1, Modulo},
    {"plus", 1, 1, Plus},
    {"round", 0, 1, Round},
    {"times", 1, 1, Times},
    {"to_integer", 0, 0, ToIntegerFilter},
};

}  // namespace

std::span<const Filter> NumberFilters() { return kFilters; }

}  // namespace offprint::liquid
