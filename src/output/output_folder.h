// The folder that a build puts its site into, and the ones that killed builds
// left beside it.
//
// offprint replaces and removes only what it made: a marker file, ".offprint",
// says so. Version control that a user keeps in the output folder (".git") is
// carried over from build to build.
#ifndef OFFPRINT_OUTPUT_OUTPUT_FOLDER_H_
#define OFFPRINT_OUTPUT_OUTPUT_FOLDER_H_

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"

namespace offprint {

inline constexpr std::string_view kMarkerName = ".offprint";

// The first line of a marker file; the number is that of the folder's layout,
// not the program's. The second, "site " and the hash of all its files, is
// missing while a build is changing them.
inline constexpr std::string_view kMarkerLine =
    "Made by offprint, layout 1. The next build replaces this folder.\n";

// The bytes of the marker of a finished site.
std::string MarkerOf(const Hash128& site);

// Whether the folder holds a finished site of that hash.
bool HoldsSite(const std::filesystem::path& folder, const Hash128& site);

// What to do with a folder that holds files and has no marker.
enum class ForeignFolder { kRefuse, kReplace };

// The absolute path of a folder, symbolic links followed as far as it exists.
std::filesystem::path ResolveFolder(const std::filesystem::path& folder);

// Throws an EnvironmentError that says what to do when a build must not
// replace `destination`: it holds or is one of the `inputs` (resolved or not),
// it is a file, or it is a folder that offprint did not make.
void CheckDestination(const std::filesystem::path& destination,
                      const std::vector<std::filesystem::path>& inputs,
                      ForeignFolder foreign);

// Removes what killed builds left beside `destination`, and gives back the old
// output if one was killed between taking it away and putting the new one in
// place. Folders of builds that still run are left alone.
void RemoveLeftovers(const std::filesystem::path& destination);

// Puts the folder `staging` in the place of `destination` and removes what was
// there, but for version control. In between, the place holds the old site or
// the new one, where the file system can exchange two names at once.
void PutInPlace(const std::filesystem::path& staging,
                const std::filesystem::path& destination);

// The names that staging folders of `destination` begin with.
std::string StagingPrefix(const std::filesystem::path& destination);

// Removes a folder that offprint made, and leftovers of killed builds; false
// when there is none. One without a marker is an EnvironmentError. Version
// control in it stays.
bool RemoveOutput(const std::filesystem::path& destination);

}  // namespace offprint

#endif  // OFFPRINT_OUTPUT_OUTPUT_FOLDER_H_
