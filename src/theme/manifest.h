// theme.yml: what a theme says of itself.
#ifndef OFFPRINT_THEME_MANIFEST_H_
#define OFFPRINT_THEME_MANIFEST_H_

#include <filesystem>
#include <string>

#include "base/diagnostics.h"
#include "data/value.h"

namespace offprint {

struct ThemeManifest {
  std::string name;  // the folder's where theme.yml does not say
  std::string version;
  std::string description;
  std::string parent;  // the theme that this one builds on; empty for none
  data::Mark parent_mark;
  // The settings that the theme declares, as written.
  data::Object settings;
};

// Reads a theme.yml, which diagnostics call `shown`; a theme may have none. An
// unknown key is a warning, a value of the wrong type an error and left out.
ThemeManifest ReadManifest(const std::filesystem::path& file,
                           const std::string& shown, Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_THEME_MANIFEST_H_
