#ifndef OFFPRINT_LIQUID_STRFTIME_DIRECTIVE_H_
#define OFFPRINT_LIQUID_STRFTIME_DIRECTIVE_H_

#include <cstddef>
#include <string_view>

namespace offprint::liquid {

// A directive of Ruby's strftime: "%[flags][width][:]letter". The letters "E"
// and "O" of POSIX before another change nothing.
struct Directive {
  char letter = 0;   // 0 for what is no directive
  char padding = 0;  // '0', ' ', '-' for none, 0 for the usual one
  bool upper = false;
  bool swap_case = false;
  int colons = 0;
  int width = -1;  // -1 for the usual one
};

// Reads the directive whose "%" is at `at`. Gives where it ends; npos where the
// format ends behind its flags and width, which Ruby refuses.
size_t ReadDirective(std::string_view format, size_t at, Directive* directive);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_STRFTIME_DIRECTIVE_H_
