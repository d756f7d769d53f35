// What all that `offprint new` begins has in common.
#ifndef OFFPRINT_CLI_NEW_FILES_H_
#define OFFPRINT_CLI_NEW_FILES_H_

#include <filesystem>
#include <string>

namespace offprint {

// Says why nothing was begun; returns the exit code.
int RefuseNew(const std::string& why);

// Writes a file, with the folders above it; throws an EnvironmentError.
void WriteNewFile(const std::filesystem::path& path, const std::string& text);

}  // namespace offprint

#endif  // OFFPRINT_CLI_NEW_FILES_H_
