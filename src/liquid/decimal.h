// Decimal fractions, as Liquid computes with numbers that are not whole:
// 10.1 - 2.2 is 7.9 exactly.
#ifndef OFFPRINT_LIQUID_DECIMAL_H_
#define OFFPRINT_LIQUID_DECIMAL_H_

#include <cstdint>
#include <string_view>

namespace offprint::liquid {

enum class Arithmetic : uint8_t {
  kAdd,
  kSubtract,
  kMultiply,
  kDivide,
  kModulo
};

// What the operation makes of the two numbers, each taken as the shortest
// decimal fraction that reads back as it. `b` is not 0 where it divides.
double Compute(double a, Arithmetic operation, double b);

// Rounded half away from zero to that many digits behind the point.
double RoundTo(double number, int64_t digits);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_DECIMAL_H_
