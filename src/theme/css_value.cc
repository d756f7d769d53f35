#include "theme/css_value.h"

#include <algorithm>

#include "base/text.h"

namespace offprint {
namespace {

// https://www.w3.org/TR/css-color-4/#named-colors, and the two keywords.
constexpr std::string_view kColorNames =
    " aliceblue antiquewhite aqua aquamarine azure beige bisque black "
    "blanchedalmond blue blueviolet brown burlywood cadetblue chartreuse "
    "chocolate coral cornflowerblue cornsilk crimson cyan darkblue darkcyan "
    "darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta "
    "darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen "
    "darkslateblue darkslategray darkslategrey darkturquoise darkviolet "
    "deeppink deepskyblue dimgray dimgrey dodgerblue firebrick floralwhite "
    "forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray green "
    "greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender "
    "lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan "
    "lightgoldenrodyellow lightgray lightgreen lightgrey lightpink "
    "lightsalmon lightseagreen lightskyblue lightslategray lightslategrey "
    "lightsteelblue lightyellow lime limegreen linen magenta maroon "
    "mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen "
    "mediumslateblue mediumspringgreen mediumturquoise mediumvioletred "
    "midnightblue mintcream mistyrose moccasin navajowhite navy oldlace olive "
    "olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise "
    "palevioletred papayawhip peachpuff peru pink plum powderblue purple "
    "rebeccapurple red rosybrown royalblue saddlebrown salmon sandybrown "
    "seagreen seashell sienna silver skyblue slateblue slategray slategrey "
    "snow springgreen steelblue tan teal thistle tomato turquoise violet "
    "wheat white whitesmoke yellow yellowgreen transparent currentcolor ";
constexpr std::string_view kColorFunctions =
    " rgb rgba hsl hsla hwb lab lch oklab oklch ";
constexpr std::string_view kUnits =
    " rem em px ch ex ic lh rlh vw vh vi vb vmin vmax pt pc cm mm in % ";
constexpr std::string_view kGenericFamilies =
    " serif sans-serif monospace cursive fantasy system-ui ui-serif "
    "ui-sans-serif ui-monospace ui-rounded math emoji fangsong -apple-system "
    "blinkmacsystemfont ";

// Whether a list of words between blanks has the word, in any case.
bool HasWord(std::string_view words, std::string_view word) {
  return !word.empty() && word.find(' ') == std::string_view::npos &&
         words.find(" " + AsciiLower(word) + " ") != std::string_view::npos;
}

bool IsHexDigit(char c) {
  return IsAsciiDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool IsPartOfArguments(char c) {
  return IsAsciiAlpha(c) || IsAsciiDigit(c) ||
         std::string_view(" .,%/+-").find(c) != std::string_view::npos;
}

bool IsPartOfFamily(char c) {
  return IsAsciiAlpha(c) || IsAsciiDigit(c) ||
         static_cast<unsigned char>(c) >= 0x80 ||
         std::string_view(" -_.+").find(c) != std::string_view::npos;
}

// The family without the quotes that it may stand in; nothing where only one
// of them is there.
std::optional<std::string_view> Unquoted(std::string_view family) {
  const char quote = family.empty() ? '\0' : family.front();
  if (quote != '"' && quote != '\'') return family;
  if (family.size() < 2 || family.back() != quote) return std::nullopt;
  return family.substr(1, family.size() - 2);
}

}  // namespace

bool IsCssColor(std::string_view text) {
  if (text.starts_with('#')) {
    const std::string_view digits = text.substr(1);
    return (digits.size() == 3 || digits.size() == 4 || digits.size() == 6 ||
            digits.size() == 8) &&
           std::ranges::all_of(digits, IsHexDigit);
  }
  const size_t bracket = text.find('(');
  if (bracket == std::string_view::npos) return HasWord(kColorNames, text);
  std::string_view arguments = text.substr(bracket + 1);
  if (!arguments.ends_with(')')) return false;
  arguments.remove_suffix(1);
  return HasWord(kColorFunctions, text.substr(0, bracket)) &&
         std::ranges::any_of(arguments, IsAsciiDigit) &&
         std::ranges::all_of(arguments, IsPartOfArguments);
}

bool IsCssLength(std::string_view text) {
  const size_t unit =
      std::min(text.find_first_not_of("0123456789."), text.size());
  const std::string_view number = text.substr(0, unit);
  if (number.empty() || !IsAsciiDigit(number.back()) ||
      std::ranges::count(number, '.') > 1) {
    return false;
  }
  return text == "0" || HasWord(kUnits, text.substr(unit));
}

std::optional<std::string> FontFamilies(std::string_view text) {
  std::string families;
  for (const std::string_view item : Split(text, ',')) {
    const auto family = Unquoted(Trim(item));
    if (!family || Trim(*family).empty() ||
        !std::ranges::all_of(*family, IsPartOfFamily)) {
      return std::nullopt;
    }
    if (!families.empty()) families += ", ";
    if (HasWord(kGenericFamilies, *family)) {
      families += *family;
    } else {
      families.append("\"").append(CollapseSpace(*family)).append("\"");
    }
  }
  return families;
}

}  // namespace offprint
