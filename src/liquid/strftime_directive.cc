#include "liquid/strftime_directive.h"

#include <algorithm>

#include "base/text.h"

namespace offprint::liquid {
namespace {

// No directive is written wider.
constexpr int kWidest = 1024;

// The letters before which an "E" or an "O" may stand, and change nothing.
bool TakesModifier(char modifier, char letter) {
  const std::string_view letters =
      modifier == 'E' ? "cCxXyY" : "deHkIlmMSuUVwWy";
  return letters.find(letter) != std::string_view::npos;
}

// The end of the flags and of the width behind a "%".
size_t ReadFlags(std::string_view format, size_t at, Directive* how) {
  for (; at < format.size(); ++at) {
    const char c = format[at];
    if (c == '-') {
      how->padding = c;  // and no other flag brings the padding back
    } else if (c == '0' || c == '_') {
      if (how->padding != '-') how->padding = c == '0' ? c : ' ';
    } else if (c == '^') {
      how->upper = true;
    } else if (c == '#') {
      how->swap_case = true;
    } else {
      break;
    }
  }
  for (; at < format.size() && IsAsciiDigit(format[at]); ++at) {
    const int digit = format[at] - '0';
    how->width = (how->width < 0 ? 0 : how->width) * 10 + digit;
    how->width = std::min(how->width, kWidest);
  }
  return at;
}

// Where the directive ends whose flags end at `at`.
size_t ReadLetter(std::string_view format, size_t at, Directive* how) {
  while (at < format.size() && format[at] == ':' && how->colons < 3) {
    ++how->colons;
    ++at;
  }
  if (at >= format.size()) return at;
  const char c = format[at];
  if (c == 'E' || c == 'O') {
    if (at + 1 >= format.size() || !TakesModifier(c, format[at + 1])) {
      return at + 1;
    }
    ++at;
  }
  if (how->colons == 0 || format[at] == 'z') how->letter = format[at];
  return at + 1;
}

}  // namespace

size_t ReadDirective(std::string_view format, size_t at, Directive* directive) {
  const size_t flags = ReadFlags(format, at + 1, directive);
  if (flags == format.size()) return std::string_view::npos;
  return ReadLetter(format, flags, directive);
}

}  // namespace offprint::liquid
