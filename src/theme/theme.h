// A theme's files: where they lie and which of several wins.
#ifndef OFFPRINT_THEME_THEME_H_
#define OFFPRINT_THEME_THEME_H_

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "data/value.h"
#include "theme/manifest.h"
#include "theme/site_folders.h"

namespace offprint {

// A folder that files come from: the site's own, or that of a theme.
struct ThemeLayer {
  std::string name;              // of the theme; empty for the site's own files
  std::filesystem::path folder;  // that holds _layouts, assets …
  // The folder as diagnostics call it: seen from the site's where it lies in
  // there; empty for the site's own.
  std::string shown;
  ThemeManifest manifest;

  // What diagnostics call the file of that path: "themes/mine/_data/x.yml".
  std::string ShownPath(std::string_view path) const;
};

// The files of a site's look by their path below the folder of their layer
// ("_layouts/day.html", "assets/offprint.css"). Of several with the same path
// the first layer's wins: the site's own, then the theme's, then its parent's
// and so on.
struct Theme {
  std::string name;
  std::vector<ThemeLayer> layers;  // the site's own first
  std::map<std::string, std::filesystem::path, std::less<>> files;
  // The layers that have a file of that path, the winner first: positions in
  // `layers`. The same keys as `files`.
  std::map<std::string, std::vector<size_t>, std::less<>> holders;
  // Every setting with its value: what templates see as site.theme_settings.
  // LoadTheme leaves it empty.
  data::Object settings;

  // The file of that path, or null.
  const std::filesystem::path* Find(std::string_view path) const;
};

// Finds the theme called `name` in one of the `theme_folders` (each holds one
// folder a theme), then its parents, and lays the site's own files over them:
// those of `source` in _layouts, _includes, _bodies, _data, _sass, _prompts and
// assets, or in the folders that it has in their place.
// An empty name is no theme: the site's own files alone. A theme that is not
// there is an error that lists those there are, and so are parents that lead
// round in a circle; false then.
bool LoadTheme(const std::string& name, const std::filesystem::path& source,
               const std::vector<std::filesystem::path>& theme_folders,
               Theme* theme, Diagnostics& diagnostics,
               const SiteFolders& site_folders = {});

}  // namespace offprint

#endif  // OFFPRINT_THEME_THEME_H_
