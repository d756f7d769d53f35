// The beginning of a theme of one's own.
#ifndef OFFPRINT_THEME_NEW_THEME_H_
#define OFFPRINT_THEME_NEW_THEME_H_

#include <string>
#include <string_view>
#include <vector>

namespace offprint {

struct NewFile {
  std::string path;  // from the theme's folder
  std::string text;
};

// What is wrong with the name of a new theme, as a sentence without its
// subject; empty where nothing is: letters, digits, "-" and "_" of ASCII.
std::string ThemeNameProblem(std::string_view name);

// The files of a theme that builds on `parent` and can be built at once: what
// it is (theme.yml, with a setting), a style sheet, and the include that links
// it into every page, below what the parent's include of that name
// (kHeadInclude) holds.
std::vector<NewFile> NewThemeFiles(const std::string& name,
                                   const std::string& parent,
                                   const std::string& parent_head);
inline constexpr std::string_view kHeadInclude = "_includes/head-theme.html";

}  // namespace offprint

#endif  // OFFPRINT_THEME_NEW_THEME_H_
