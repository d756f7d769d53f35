// The values of a theme's _data folders.
#ifndef OFFPRINT_THEME_THEME_DATA_H_
#define OFFPRINT_THEME_THEME_DATA_H_

#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "data/value.h"
#include "theme/theme.h"

namespace offprint {

// A file of the _data folder from which Jekyll reads the same values.
struct DataFile {
  std::string path;              // "_data/i18n/zh.yml"
  std::filesystem::path source;  // what to copy; empty where `text` counts
  std::string text;              // YAML, of values that several layers give
};

struct ThemeData {
  data::Object values;  // Jekyll's site.data
  std::vector<DataFile> files;
};

// Reads the .yml, .yaml, .json, .csv and .tsv files below _data of every layer
// as Jekyll 3.10 reads them: "_data/a/b.yml" is a.b; a table is a list of
// mappings by its first row. Where several layers have data of the same name,
// mappings are laid over each other key by key, so that a site changes one text
// of a theme's file; any other value takes the place of the one below. Data
// that cannot be read is an error, and left out.
ThemeData LoadThemeData(const Theme& theme, Diagnostics& diagnostics);

// Jekyll's name for the data of a file or folder: "a b" is "a_b", "a.b" is
// "ab".
std::string DataKey(std::string_view name);

// Whether a path is one of the files that LoadThemeData reads.
bool IsDataFile(std::string_view path);

}  // namespace offprint

#endif  // OFFPRINT_THEME_THEME_DATA_H_
