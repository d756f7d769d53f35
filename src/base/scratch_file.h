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
  // In the folder. What cannot be written there, for want of room or rights, is
  // in memory.
  explicit ScratchFile(std::filesystem::path folder);

  // Returns the offset of the bytes.
  uint64_t Append(std::string_view bytes);

  // Puts bytes that one Append took, or some of them, in the place of those of
  // `out`. A disk that fails is an EnvironmentError.
  void Read(uint64_t offset, size_t size, std::string* out) const;

 private:
  const std::filesystem::path folder_;
  UniqueFd file_;
  mutable std::mutex mutex_;
  uint64_t size_ = 0;
  uint64_t file_size_ = 0;  // what follows is in memory
  bool is_full_ = false;
  std::string memory_;
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_SCRATCH_FILE_H_
