#include "theme/new_theme.h"

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace offprint {
namespace {

constexpr std::string_view kManifest = R"(name: "NAME"
version: "0.1.0"
description: "What is special about it, in one sentence."

# What this folder does not have comes from here. "offprint theme" lists the
# files: copy one into this folder to change it.
parent: "PARENT"

# What site.yml may set under theme_settings, beside the settings of the parent.
# To change a default of the parent:  measure: {default: "38rem"}
settings:
  stripe:
    kind: color
    default: "#225b6e"
    help: "The stripe at the head of every page."
)";

constexpr std::string_view kHead =
    R"(<link rel="stylesheet" href="{{ "/assets/NAME.css" | relative_url }}{% if site.fingerprints %}?v={{ site.fingerprints["/assets/NAME.css"] }}{% endif %}">
<style>:root{--stripe:{{ site.theme_settings.stripe }}}</style>
)";

constexpr std::string_view kStyle =
    R"(/* Laid over the style sheet of the parent. */
body { border-top: .3rem solid var(--stripe); }
)";

std::string Replaced(std::string_view text, std::string_view word,
                     const std::string& by) {
  std::string out;
  for (size_t at = 0;;) {
    const size_t found = text.find(word, at);
    out += text.substr(at, found - at);
    if (found == std::string_view::npos) return out;
    out += by;
    at = found + word.size();
  }
}

}  // namespace

std::string ThemeNameProblem(std::string_view name) {
  const bool plain = std::ranges::all_of(name, [](char c) {
    return IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '-' || c == '_';
  });
  if (name.empty() || !plain || name.front() == '-' || name.size() > 64) {
    return "should have letters, digits, \"-\" and \"_\" alone, at most 64";
  }
  return {};
}

std::vector<NewFile> NewThemeFiles(const std::string& name,
                                   const std::string& parent,
                                   const std::string& parent_head) {
  return {
      {"theme.yml",
       Replaced(Replaced(kManifest, "NAME", name), "PARENT", parent)},
      {std::string(kHeadInclude), parent_head + Replaced(kHead, "NAME", name)},
      {"assets/" + name + ".css", std::string(kStyle)}};
}

}  // namespace offprint
