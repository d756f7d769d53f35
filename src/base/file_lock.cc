#include "base/file_lock.h"

#include <fcntl.h>
#include <sys/file.h>

#include <cerrno>
#include <cstring>
#include <string>

#include "base/diagnostics.h"

namespace offprint {

std::optional<UniqueFd> LockFile(const std::filesystem::path& path) {
  constexpr mode_t kForAll = 0666;
  UniqueFd fd(
      open(path.c_str(), O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, kForAll));
  if (!fd.valid()) {
    throw EnvironmentError("cannot write " + path.string() + ": " +
                           strerror(errno));
  }
  if (flock(fd.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
    return std::nullopt;
  }
  return fd;
}

}  // namespace offprint
