// A theme's files: where they lie and which of several wins.
#ifndef OFFPRINT_THEME_THEME_H_
#define OFFPRINT_THEME_THEME_H_

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "data/value.h"

namespace offprint {

// The files of a site's look by their path below the folder of the theme
// ("_layouts/day.html", "assets/offprint.css"), each once: the site's own file
// wins over the theme's of the same path.
struct Theme {
  std::string name;
  std::map<std::string, std::filesystem::path, std::less<>> files;

  // The file of that path, or null.
  const std::filesystem::path* Find(std::string_view path) const;
};

// Finds the theme called `name` in one of the `theme_folders` (each holds one
// folder a theme) and lays the site's own files over it: those of `source` in
// _layouts, _includes, _bodies, _data and assets. A theme that is not there is
// an error that lists those there are.
bool LoadTheme(const std::string& name, const std::filesystem::path& source,
               const std::vector<std::filesystem::path>& theme_folders,
               Theme* theme, Diagnostics& diagnostics);

// The values of the theme's _data files as Jekyll's site.data: "_data/a/b.yml"
// is a.b.
data::Object LoadThemeData(const Theme& theme, Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_THEME_THEME_H_
