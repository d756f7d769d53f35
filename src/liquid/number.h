// Numbers as Ruby reads and writes them.
#ifndef OFFPRINT_LIQUID_NUMBER_H_
#define OFFPRINT_LIQUID_NUMBER_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "liquid/value.h"

namespace offprint::liquid {

// String#to_i: the integer at the head of the text, else 0. One that does not
// fit into 64 bits becomes a double.
Value LeadingInteger(std::string_view text);

// String#to_f: the number at the head of the text, else 0.
double LeadingDouble(std::string_view text);

// Kernel#Integer: the integer that the whole text is.
std::optional<int64_t> WholeInteger(std::string_view text);

// Without the fraction; what does not fit into 64 bits becomes the nearest.
int64_t TruncatedInteger(double number);

// "1.5", "5.0", "1.0e+16", "Infinity", as Float#to_s.
void AppendDouble(double number, std::string* out);
void AppendInteger(int64_t number, std::string* out);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_NUMBER_H_
