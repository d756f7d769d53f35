// Style sheets in Sass (through libsass), as GitHub Pages has them.
#ifndef OFFPRINT_THEME_SASS_H_
#define OFFPRINT_THEME_SASS_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "theme/theme.h"

namespace offprint {

enum class SassSyntax { kScss, kSass };

// `sass: style:` of _config.yml, in the order in which libsass has them.
enum class SassStyle { kNested, kExpanded, kCompact, kCompressed };

// The style of that name, with or without a ":" before it; Jekyll's, compact,
// for any other.
SassStyle FindSassStyle(std::string_view name);

struct SassSource {
  std::string_view text;  // without front matter
  std::string file;       // "assets/main.scss", for diagnostics
  int first_line = 1;     // of the file, on which the text begins
  SassSyntax syntax = SassSyntax::kScss;
};

// The style sheet as CSS, UTF-8, as jekyll-sass-converter 1.5.2 hands it on:
// without byte order mark and source map. (Behind that stands Ruby Sass 3.7,
// whose compact style has no blank line between rules that were nested.)
// Imports are looked for beside the importing file and then in _sass, in both
// by the theme's rule that the first layer wins; no other file is read.
// Nothing, with the error's place, where the style sheet or one that it imports
// has a mistake.
std::optional<std::string> CompileSass(const SassSource& source,
                                       SassStyle style, const Theme& theme,
                                       Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_THEME_SASS_H_
