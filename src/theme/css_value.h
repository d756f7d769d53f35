// Values of CSS that come from settings, held so strictly that they can stand
// in a style element as they are.
#ifndef OFFPRINT_THEME_CSS_VALUE_H_
#define OFFPRINT_THEME_CSS_VALUE_H_

#include <optional>
#include <string>
#include <string_view>

namespace offprint {

// A name of CSS Color 4, "#" with 3, 4, 6 or 8 digits, or one of its functions
// with numbers: "oklch(45% .14 30)".
bool IsCssColor(std::string_view text);

// A number that is not negative and a unit, or "0".
bool IsCssLength(std::string_view text);

// A list of families with commas, each in quotes but for the generic ones:
// `Source Serif 4, serif` gives `"Source Serif 4", serif`. Nothing where a name
// holds what names of fonts do not.
std::optional<std::string> FontFamilies(std::string_view text);

}  // namespace offprint

#endif  // OFFPRINT_THEME_CSS_VALUE_H_
