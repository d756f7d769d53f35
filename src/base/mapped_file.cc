#include "base/mapped_file.h"

#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>

namespace offprint {

std::shared_ptr<const MappedFile> MappedFile::Map(int file) {
  struct stat status {};
  if (fstat(file, &status) != 0) return nullptr;
  const auto size = static_cast<size_t>(status.st_size);
  // An empty range cannot be mapped.
  if (size == 0) {
    return std::shared_ptr<const MappedFile>(new MappedFile({}));
  }
  void* first = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file, 0);
  if (first == MAP_FAILED) return nullptr;
  return std::shared_ptr<const MappedFile>(
      new MappedFile({static_cast<const char*>(first), size}));
}

MappedFile::~MappedFile() {
  if (bytes_.empty()) return;
  munmap(const_cast<char*>(bytes_.data()), bytes_.size());  // NOLINT
}

void MappedFile::Release(std::string_view slice) const {
  if (slice.empty()) return;
  // Of pages that the slice shares with others all goes.
  static const auto page = static_cast<size_t>(sysconf(_SC_PAGESIZE));
  const auto offset = static_cast<size_t>(slice.data() - bytes_.data());
  const size_t begin = offset / page * page;
  char* first = const_cast<char*>(bytes_.data()) + begin;  // NOLINT
  madvise(first, offset + slice.size() - begin, MADV_DONTNEED);
}

}  // namespace offprint
