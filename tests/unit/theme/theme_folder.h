// Folders of themes and sites for tests.
#ifndef OFFPRINT_UNIT_THEME_THEME_FOLDER_H_
#define OFFPRINT_UNIT_THEME_THEME_FOLDER_H_

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "theme/theme.h"

namespace offprint {

// A site's folder that goes with the test.
class SiteFolder {
 public:
  SiteFolder() {
    std::string name =
        (std::filesystem::temp_directory_path() / "offprint-theme-XXXXXX")
            .string();
    path_ = mkdtemp(name.data());
  }
  ~SiteFolder() { std::filesystem::remove_all(path_); }
  SiteFolder(const SiteFolder&) = delete;
  SiteFolder& operator=(const SiteFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

  void Put(const std::string& file, const std::string& text) const {
    std::filesystem::create_directories((path_ / file).parent_path());
    std::ofstream(path_ / file, std::ios::binary) << text;
  }

  // The theme, looked for in the site's folder "themes".
  bool Load(const std::string& name, Theme* theme,
            Diagnostics& diagnostics) const {
    return LoadTheme(name, path_, {path_ / "themes"}, theme, diagnostics);
  }

 private:
  std::filesystem::path path_;
};

// The diagnostics, one a line.
inline std::string Formatted(const Diagnostics& diagnostics) {
  std::string text;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    text += FormatDiagnostic(diagnostic) + "\n";
  }
  return text;
}

}  // namespace offprint

#endif  // OFFPRINT_UNIT_THEME_THEME_FOLDER_H_
