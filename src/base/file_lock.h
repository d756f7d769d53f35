// One process at a time, by a lock of the kernel (flock): it ends with the
// process that holds it, however that ends, so none is ever left over.
#ifndef OFFPRINT_BASE_FILE_LOCK_H_
#define OFFPRINT_BASE_FILE_LOCK_H_

#include <filesystem>
#include <optional>

#include "base/unique_fd.h"

namespace offprint {

// Locks the file, which is made where there is none, for as long as the
// descriptor is open; nullopt where another has it locked. A file system that
// knows no locks locks nobody out. Throws EnvironmentError where the file
// cannot be made.
std::optional<UniqueFd> LockFile(const std::filesystem::path& path);

}  // namespace offprint

#endif  // OFFPRINT_BASE_FILE_LOCK_H_
