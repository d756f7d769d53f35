#include "base/scratch_file.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/diagnostics.h"
#include "base/write_all.h"

namespace offprint {

ScratchFile::ScratchFile(std::filesystem::path folder)
    : folder_(std::move(folder)) {
  std::string name = (folder_ / "scratch-XXXXXX").string();
  file_ = UniqueFd(mkostemp(name.data(), O_CLOEXEC));
  if (file_.valid()) unlink(name.c_str());
  is_full_ = !file_.valid();
}

uint64_t ScratchFile::Append(std::string_view bytes) {
  const std::lock_guard lock(mutex_);
  const uint64_t offset = size_;
  is_full_ = is_full_ || !WriteAll(file_.get(), bytes);
  if (is_full_) {
    memory_ += bytes;
  } else {
    file_size_ += bytes.size();
  }
  size_ += bytes.size();
  return offset;
}

void ScratchFile::Read(uint64_t offset, size_t size, std::string* out) const {
  {
    const std::lock_guard lock(mutex_);
    if (offset >= file_size_) {
      out->assign(memory_, offset - file_size_, size);
      return;
    }
  }
  out->resize(size);
  size_t at = 0;
  while (at < size) {
    const ssize_t got = pread(file_.get(), out->data() + at, size - at,
                              static_cast<off_t>(offset + at));
    if (got < 0 && errno == EINTR) continue;
    if (got <= 0) {
      throw EnvironmentError(
          "cannot read a scratch file in " + folder_.string() + ": " +
          (got < 0 ? std::strerror(errno) : "somebody has cut it"));
    }
    at += static_cast<size_t>(got);
  }
}

}  // namespace offprint
