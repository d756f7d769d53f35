// The settings of a theme: what theme.yml declares, what site.yml says.
#ifndef OFFPRINT_THEME_SETTINGS_H_
#define OFFPRINT_THEME_SETTINGS_H_

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "data/value.h"
#include "theme/setting.h"
#include "theme/theme.h"

namespace offprint {

// What the theme and its parents declare, the furthest parent's first. A theme
// that names a setting of its parent changes what it says of it: often only
// the `default`. Declarations with mistakes are errors at their place in
// theme.yml, and left out.
std::vector<ThemeSetting> DeclaredSettings(const Theme& theme,
                                           Diagnostics& diagnostics);

// Every setting with its value: the site's or the preset. `given` is
// theme_settings of the file that diagnostics call `file`. A key that no theme
// declares is a warning, a value that does not fit an error; both are left out.
data::Object ResolveSettings(const std::vector<ThemeSetting>& declared,
                             const data::Object& given, const std::string& file,
                             Diagnostics& diagnostics);

// The value `theme` of templates: name, version, description, parent, settings.
data::Object ThemeValues(const Theme& theme);

}  // namespace offprint

#endif  // OFFPRINT_THEME_SETTINGS_H_
