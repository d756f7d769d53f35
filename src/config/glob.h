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
// end matches folders alone, and the path itself only as `is_folder`.
bool MatchesGlob(std::string_view pattern, std::string_view path,
                 bool is_folder = false);

// Whether the path, or a folder that it lies in, is taken: the last pattern
// that matches it decides, and one that begins with "!" says no ("\!" is a
// name's own). As in .gitignore, nothing in a folder that is taken can be had
// back.
bool MatchesGlobs(const std::vector<std::string>& patterns,
                  std::string_view path);

}  // namespace offprint

#endif  // OFFPRINT_CONFIG_GLOB_H_
