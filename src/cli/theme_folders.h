// Where themes are.
#ifndef OFFPRINT_CLI_THEME_FOLDERS_H_
#define OFFPRINT_CLI_THEME_FOLDERS_H_

#include <filesystem>
#include <vector>

namespace offprint {

// In the order of the search: those installed beside the program
// (../share/offprint/themes), then those of the source tree it was built in.
std::vector<std::filesystem::path> InstalledThemeFolders();

// Those, behind the folder "themes" of a site.
std::vector<std::filesystem::path> ThemeFolders(
    const std::filesystem::path& source);

}  // namespace offprint

#endif  // OFFPRINT_CLI_THEME_FOLDERS_H_
