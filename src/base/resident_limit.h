// Keeps what mapped files take of memory within bounds.
#ifndef OFFPRINT_BASE_RESIDENT_LIMIT_H_
#define OFFPRINT_BASE_RESIDENT_LIMIT_H_

#include <cstddef>
#include <memory>
#include <thread>
#include <vector>

#include "base/mapped_file.h"

namespace offprint {

// While it lives, the memory of the files is given back to the system whenever
// what the process has mapped has grown by more than `most` bytes, about: it is
// looked at every millisecond.
class ResidentLimit {
 public:
  ResidentLimit(std::vector<std::shared_ptr<const MappedFile>> files,
                size_t most);

 private:
  std::jthread thread_;
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_RESIDENT_LIMIT_H_
