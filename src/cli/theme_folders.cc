#include "cli/theme_folders.h"

#include <system_error>

namespace offprint {

std::vector<std::filesystem::path> InstalledThemeFolders() {
  namespace fs = std::filesystem;
  std::vector<fs::path> folders;
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  if (!error) {
    folders.push_back(program.parent_path().parent_path() /
                      "share/offprint/themes");
  }
#ifdef OFFPRINT_SOURCE_THEMES
  folders.emplace_back(OFFPRINT_SOURCE_THEMES);
#endif
  return folders;
}

std::vector<std::filesystem::path> ThemeFolders(
    const std::filesystem::path& source) {
  std::vector<std::filesystem::path> folders = InstalledThemeFolders();
  folders.insert(folders.begin(), source / "themes");
  return folders;
}

}  // namespace offprint
