#include "base/scratch_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include "base/diagnostics.h"

namespace offprint {
namespace {

[[noreturn]] void Fail(const char* what) {
  throw EnvironmentError(std::string("cannot ") + what + " a scratch file: " +
                         std::strerror(errno) + "; make room on the disk");
}

}  // namespace

ScratchFile::ScratchFile(const std::filesystem::path& folder) {
  std::string name = (folder / "scratch-XXXXXX").string();
  file_ = UniqueFd(mkostemp(name.data(), O_CLOEXEC));
  if (file_.valid()) unlink(name.c_str());
}

uint64_t ScratchFile::Append(std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  const uint64_t offset = size_;
  size_ += bytes.size();
  if (!file_.valid()) {
    memory_ += bytes;
    return offset;
  }
  while (!bytes.empty()) {
    const ssize_t done = write(file_.get(), bytes.data(), bytes.size());
    if (done < 0 && errno == EINTR) continue;
    if (done <= 0) Fail("write");
    bytes.remove_prefix(static_cast<size_t>(done));
  }
  return offset;
}

void ScratchFile::Read(uint64_t offset, size_t size, std::string* out) const {
  if (!file_.valid()) {
    const std::lock_guard lock(mutex_);
    out->assign(memory_, offset, size);
    return;
  }
  out->resize(size);
  size_t at = 0;
  while (at < size) {
    const ssize_t got = pread(file_.get(), out->data() + at, size - at,
                              static_cast<off_t>(offset + at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) Fail("read");
    at += static_cast<size_t>(got);
  }
}

}  // namespace offprint
