// One setting of a theme: what it may be, and whether a value is that.
#ifndef OFFPRINT_THEME_SETTING_H_
#define OFFPRINT_THEME_SETTING_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/value.h"

namespace offprint {

enum class ThemeSettingKind {
  kText,
  kColor,   // of CSS
  kLength,  // of CSS, not negative
  kFont,    // families, as for CSS's font-family
  kNumber,
  kCount,  // a whole number
  kTruth,
  kChoice,
  kList,        // of texts
  kImage,       // address of a file of the site
  kNavigation,  // list of {title, url}
};

// "color".
std::string_view ThemeSettingKindName(ThemeSettingKind kind);
std::vector<std::string_view> ThemeSettingKindNames();
std::optional<ThemeSettingKind> FindThemeSettingKind(std::string_view name);

struct ThemeSetting {
  std::string name;
  ThemeSettingKind kind = ThemeSettingKind::kText;
  data::Value preset;  // what it is where the site says nothing; may be null
  std::string help;
  std::vector<std::string> choices;  // of a choice or a list; empty for any
  std::optional<double> least;       // of a number or count
  std::optional<double> most;
  std::string theme;  // the last that declared it
};

// What is wrong with a value, as the end of a sentence that begins with the
// setting's name, and where; without a mark at the value itself.
struct SettingProblem {
  std::string text;
  data::Mark mark;
};

// Checks a value that is not null, and writes it in the one form that templates
// see: a font's family names in quotes, an image's path with "/" before it.
// Colours, lengths and fonts that pass can stand in a style element as they
// are: they hold none of < > { } ; \ and their quotes are closed.
std::optional<SettingProblem> FitValue(const ThemeSetting& setting,
                                       data::Value* value);

}  // namespace offprint

#endif  // OFFPRINT_THEME_SETTING_H_
