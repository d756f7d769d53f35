// Front matter: YAML between two lines "---" at the head of a file, as Jekyll
// has it.
#ifndef OFFPRINT_DATA_FRONT_MATTER_H_
#define OFFPRINT_DATA_FRONT_MATTER_H_

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "data/value.h"
#include "data/yaml.h"

namespace offprint::data {

struct FrontMatter {
  // Whether the text begins with front matter (an empty one counts).
  bool present = false;
  Object values;
  // What follows it, a slice of the text; all of it where there is none.
  std::string_view body;
  // The line of the text on which the body begins, from 1.
  int body_line = 1;
};

// Splits the text by Jekyll's rule: a first line "---", up to the next line
// "---" or "...", and the blank lines behind it. YAML that cannot be read, or
// is no mapping, is an error and counts as empty.
FrontMatter SplitFrontMatter(std::string_view text, const std::string& file,
                             Diagnostics& diagnostics,
                             YamlDates dates = YamlDates::kTexts);

// Appends the values as front matter, each text double-quoted (rules for
// GitHub Pages: SafeYAML reads plain scalars in ways of its own).
void AppendFrontMatter(const Object& values, std::string* out);

}  // namespace offprint::data

#endif  // OFFPRINT_DATA_FRONT_MATTER_H_
