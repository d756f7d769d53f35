#ifndef OFFPRINT_BASE_REPLACE_FILE_H_
#define OFFPRINT_BASE_REPLACE_FILE_H_

#include <filesystem>
#include <string_view>

namespace offprint {

// Puts a file of these bytes in the place of the one at `path`, if there is
// one: whoever looks sees the old one or the new one, and a run that is killed
// leaves no more than ".<name>.new" beside it, which the next one takes. The
// folder is there. An EnvironmentError says why it cannot be written.
void ReplaceFile(const std::filesystem::path& path, std::string_view bytes);

}  // namespace offprint

#endif  // OFFPRINT_BASE_REPLACE_FILE_H_
