// Files that this program alone reads, and knows when they are damaged.
#ifndef OFFPRINT_BUILD_CHECKED_FILE_H_
#define OFFPRINT_BUILD_CHECKED_FILE_H_

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

namespace offprint {

// What WriteChecked wrote below that first line; nullopt where the file is not
// there, is none of those, or is damaged.
std::optional<std::string> ReadChecked(const std::filesystem::path& path,
                                       std::string_view first_line);

// Writes the first line, which ends in LF, a hash of the bytes, and the bytes:
// whole or not at all. False where they cannot be written.
bool WriteChecked(const std::filesystem::path& path,
                  std::string_view first_line, std::string_view bytes);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_CHECKED_FILE_H_
