#include "base/folder_link.h"

#include <algorithm>
#include <system_error>

namespace offprint {

namespace fs = std::filesystem;

bool LeadsBack(const fs::directory_entry& entry) {
  std::error_code error;
  if (!entry.is_symlink(error) || !entry.is_directory(error)) return false;
  const fs::path target = fs::canonical(entry.path(), error);
  const fs::path folder = fs::canonical(entry.path().parent_path(), error);
  return !error && std::mismatch(target.begin(), target.end(), folder.begin(),
                                 folder.end())
                           .first == target.end();
}

}  // namespace offprint
