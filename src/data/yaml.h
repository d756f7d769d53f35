// YAML and JSON files read into a value tree (through yaml-cpp).
#ifndef OFFPRINT_DATA_YAML_H_
#define OFFPRINT_DATA_YAML_H_

#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "data/value.h"

namespace offprint::data {

// What plain scalars such as 2024-03-05 and 2024-03-05 14:07:09 become.
enum class YamlDates { kTexts, kTimestamps };

// The first document of the text. Each value carries its mark, counted from
// `first_line`. Plain scalars become null, truth values (true, false, yes, no,
// on, off), integers and doubles as Ruby's SafeYAML takes them, which is what
// Jekyll uses; quoted ones stay texts. Text that is not YAML is an error in
// `diagnostics` under the name `file`, and null; so is a quote that is not
// closed. A further document, and a key that comes twice, are warnings.
Value ParseYaml(std::string_view text, const std::string& file, int first_line,
                Diagnostics& diagnostics, YamlDates dates = YamlDates::kTexts);

}  // namespace offprint::data

#endif  // OFFPRINT_DATA_YAML_H_
