#include "cli/new_files.h"

#include <cstdio>
#include <fstream>
#include <system_error>

#include "base/diagnostics.h"
#include "cli/options.h"

namespace offprint {

int RefuseNew(const std::string& why) {
  std::fprintf(stderr, "offprint new: %s\n", why.c_str());
  return kExitUsage;
}

void WriteNewFile(const std::filesystem::path& path, const std::string& text) {
  std::error_code error;
  std::filesystem::create_directories(path.parent_path(), error);
  std::ofstream file(path, std::ios::binary);
  file << text;
  file.close();
  if (error || !file) {
    throw EnvironmentError("cannot write " + path.string());
  }
}

}  // namespace offprint
