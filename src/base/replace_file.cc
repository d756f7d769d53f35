#include "base/replace_file.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <string>

#include "base/diagnostics.h"

namespace offprint {

void ReplaceFile(const std::filesystem::path& path, std::string_view bytes) {
  const std::filesystem::path fresh =
      path.parent_path() / ("." + path.filename().string() + ".new");
  errno = 0;
  std::ofstream out(fresh, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  if (!out.fail() && std::rename(fresh.c_str(), path.c_str()) == 0) return;
  const int cause = errno;
  std::remove(fresh.c_str());
  throw EnvironmentError(
      "cannot write " + path.string() +
      (cause != 0 ? ": " + std::string(strerror(cause)) : "") +
      "; the file is as it was");
}

}  // namespace offprint
