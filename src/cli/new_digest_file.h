// A digest put beside those that are there.
#ifndef OFFPRINT_CLI_NEW_DIGEST_FILE_H_
#define OFFPRINT_CLI_NEW_DIGEST_FILE_H_

#include <filesystem>
#include <string>
#include <string_view>

#include "base/date.h"

namespace offprint {

// Writes the text to "2026-01-23.md" in the folder, which is made where it is
// not there, or to "2026-01-23-2.md" and so on: the first name that is free. A
// file that is there is never touched, and the new one is whole or not there.
// Gives its name. What cannot be written is an EnvironmentError.
std::string WriteNewDigest(const std::filesystem::path& folder, Date day,
                           std::string_view text);

}  // namespace offprint

#endif  // OFFPRINT_CLI_NEW_DIGEST_FILE_H_
