// What does not fit into memory for a while.
#ifndef OFFPRINT_BASE_SCRATCH_FILE_H_
#define OFFPRINT_BASE_SCRATCH_FILE_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <mutex>
#include <string>
#include <string_view>

#include "base/unique_fd.h"

namespace offprint {

// A file without a name, which ends with this. Any thread may write and read.
class ScratchFile {
 public:
  // In the folder; where no file can be made there, the bytes are in memory.
  explicit ScratchFile(const std::filesystem::path& folder);

  // Returns the offset of the bytes. A full disk is an EnvironmentError.
  uint64_t Append(std::string_view bytes);

  // Puts bytes that were appended in the place of those of `out`. A disk that
  // fails is an EnvironmentError.
  void Read(uint64_t offset, size_t size, std::string* out) const;

 private:
  UniqueFd file_;
  mutable std::mutex mutex_;
  uint64_t size_ = 0;
  std::string memory_;  // where there is no file
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_SCRATCH_FILE_H_
