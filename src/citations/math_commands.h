// The commands of TeX's mathematics that titles of papers use.
#ifndef OFFPRINT_CITATIONS_MATH_COMMANDS_H_
#define OFFPRINT_CITATIONS_MATH_COMMANDS_H_

#include <string_view>

namespace offprint {

// Whether the name, without its backslash, is that of a letter, sign, font or
// construction of LaTeX or amsmath: none reads, writes or defines anything.
bool IsMathCommand(std::string_view name);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_MATH_COMMANDS_H_
