#ifndef OFFPRINT_CONFIG_GLOB_H_
#define OFFPRINT_CONFIG_GLOB_H_

#include <string>
#include <string_view>
#include <vector>

namespace offprint {

// Whether a path with "/" between its parts, or a folder that it lies in,
// matches the pattern, by the rules of .gitignore:
//   *  any text in one part     ?  one character     [a-z]  [!a-z]  one of a
//   set
//   ** any number of parts      \  the next character as it is
// A pattern without a "/" (but at its end) matches at any depth; a "/" at its
// end matches folders alone.
bool MatchesGlob(std::string_view pattern, std::string_view path);

// Whether the last of the patterns that has a say in the path takes it: one
// that begins with "!" says no ("\!" is a name's own). As in .gitignore, what
// lies in a folder that is taken is not to be asked for any more.
bool MatchesGlobs(const std::vector<std::string>& patterns,
                  std::string_view path);

}  // namespace offprint

#endif  // OFFPRINT_CONFIG_GLOB_H_
