#include "liquid/decimal.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

namespace offprint::liquid {
namespace {

__extension__ using Wide = __int128;

// digits * 10^-scale
struct Decimal {
  Wide digits = 0;
  int scale = 0;
};

// Products and scaled numbers stay below 10^38, which fits.
constexpr int kMostDigits = 37;

Wide PowerOfTen(int exponent) {
  Wide power = 1;
  for (int i = 0; i < exponent; ++i) power *= 10;
  return power;
}

int CountDigits(Wide number) {
  int digits = 0;
  for (; number != 0; number /= 10) ++digits;
  return digits;
}

// Nothing for what is too large or too small for exact digits.
std::optional<Decimal> ToDecimal(double number) {
  char buffer[40];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, number,
                                    std::chars_format::scientific);
  Decimal decimal;
  bool fraction = false;
  const char* at = buffer;
  for (; at != result.ptr && *at != 'e'; ++at) {
    if (*at == '.') fraction = true;
    if (*at < '0' || *at > '9') continue;
    decimal.digits = decimal.digits * 10 + (*at - '0');
    if (fraction) ++decimal.scale;
  }
  int exponent = 0;
  if (at == result.ptr) return std::nullopt;  // not a number
  ++at;
  if (*at == '+') ++at;
  std::from_chars(at, result.ptr, exponent);
  decimal.scale -= exponent;
  if (buffer[0] == '-') decimal.digits = -decimal.digits;
  if (decimal.scale < 0) {
    if (CountDigits(decimal.digits) - decimal.scale > kMostDigits) {
      return std::nullopt;
    }
    decimal.digits *= PowerOfTen(-decimal.scale);
    decimal.scale = 0;
  }
  if (decimal.scale > kMostDigits) return std::nullopt;
  return decimal;
}

double ToDouble(Wide digits, int scale) {
  std::string text;
  const bool negative = digits < 0;
  if (negative) digits = -digits;
  do {
    text.push_back(static_cast<char>('0' + static_cast<int>(digits % 10)));
    digits /= 10;
  } while (digits != 0);
  if (negative) text.push_back('-');
  std::reverse(text.begin(), text.end());
  text += "e-" + std::to_string(scale);
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// Gives both the same scale; false where that takes too many digits.
bool Align(Decimal* a, Decimal* b) {
  if (a->scale < b->scale) std::swap(a, b);
  const int more = a->scale - b->scale;
  if (CountDigits(b->digits) + more > kMostDigits) return false;
  b->digits *= PowerOfTen(more);
  b->scale = a->scale;
  return true;
}

std::optional<double> Divide(const Decimal& a, const Decimal& b) {
  // As many digits as fit go before the division.
  const int more = kMostDigits - CountDigits(a.digits);
  if (more < CountDigits(b.digits)) return std::nullopt;
  const Wide quotient = a.digits * PowerOfTen(more) / b.digits;
  const int scale = a.scale - b.scale + more;
  if (scale < 0) return std::nullopt;
  return ToDouble(quotient, scale);
}

std::optional<double> Exactly(Decimal a, Arithmetic operation, Decimal b) {
  switch (operation) {
    case Arithmetic::kAdd:
      if (!Align(&a, &b)) return std::nullopt;
      return ToDouble(a.digits + b.digits, a.scale);
    case Arithmetic::kSubtract:
      if (!Align(&a, &b)) return std::nullopt;
      return ToDouble(a.digits - b.digits, a.scale);
    case Arithmetic::kMultiply:
      if (CountDigits(a.digits) + CountDigits(b.digits) > kMostDigits) {
        return std::nullopt;
      }
      return ToDouble(a.digits * b.digits, a.scale + b.scale);
    case Arithmetic::kDivide:
      return Divide(a, b);
    case Arithmetic::kModulo: {
      if (!Align(&a, &b)) return std::nullopt;
      Wide rest = a.digits % b.digits;
      if (rest != 0 && (rest < 0) != (b.digits < 0)) rest += b.digits;
      return ToDouble(rest, a.scale);
    }
  }
  return std::nullopt;
}

double Nearly(double a, Arithmetic operation, double b) {
  switch (operation) {
    case Arithmetic::kAdd:
      return a + b;
    case Arithmetic::kSubtract:
      return a - b;
    case Arithmetic::kMultiply:
      return a * b;
    case Arithmetic::kDivide:
      return a / b;
    case Arithmetic::kModulo:
      return a - b * std::floor(a / b);
  }
  return 0;
}

}  // namespace

double Compute(double a, Arithmetic operation, double b) {
  const auto left = ToDecimal(a);
  const auto right = ToDecimal(b);
  if (left && right) {
    const auto exact = Exactly(*left, operation, *right);
    if (exact && *exact == 0 && operation != Arithmetic::kAdd &&
        operation != Arithmetic::kSubtract &&
        operation != Arithmetic::kModulo) {
      return std::signbit(a) != std::signbit(b) ? -0.0 : 0.0;
    }
    if (exact) return *exact;
  }
  return Nearly(a, operation, b);
}

double RoundTo(double number, int64_t digits) {
  const auto decimal = ToDecimal(number);
  if (!decimal || digits >= decimal->scale) return number;
  const int64_t cut = decimal->scale - digits;
  if (cut > CountDigits(decimal->digits)) return 0;
  const Wide unit = PowerOfTen(static_cast<int>(cut));
  const Wide half = decimal->digits < 0 ? -(unit / 2) : unit / 2;
  const Wide rounded = (decimal->digits + half) / unit;
  if (digits >= 0) return ToDouble(rounded, static_cast<int>(digits));
  return ToDouble(rounded * PowerOfTen(static_cast<int>(-digits)), 0);
}

}  // namespace offprint::liquid
