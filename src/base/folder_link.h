// Links to folders, for those who walk a tree.
#ifndef OFFPRINT_BASE_FOLDER_LINK_H_
#define OFFPRINT_BASE_FOLDER_LINK_H_

#include <filesystem>

namespace offprint {

// Whether the entry is a link to a folder that it lies in itself, so that who
// follows it never comes to an end.
bool LeadsBack(const std::filesystem::directory_entry& entry);

// What diagnostics say of such a link.
inline constexpr const char* kLeadsBack =
    "this link leads back to a folder that it lies in, so it is not followed; "
    "remove it";

}  // namespace offprint

#endif  // OFFPRINT_BASE_FOLDER_LINK_H_
