#ifndef OFFPRINT_CONFIG_GLOB_H_
#define OFFPRINT_CONFIG_GLOB_H_

#include <string_view>

namespace offprint {

// Whether a path with "/" between its parts, or a folder that it lies in,
// matches the pattern, by the rules of .gitignore:
//   *  any text in one part     ?  one character     [a-z]  [!a-z]  one of a
//   set
//   ** any number of parts      \  the next character as it is
// A pattern without a "/" (but at its end) matches at any depth; a "/" at its
// end matches folders alone.
bool MatchesGlob(std::string_view pattern, std::string_view path);

}  // namespace offprint

#endif  // OFFPRINT_CONFIG_GLOB_H_
