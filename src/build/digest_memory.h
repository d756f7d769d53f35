// The digests of one build, for the next one of the same process.
#ifndef OFFPRINT_BUILD_DIGEST_MEMORY_H_
#define OFFPRINT_BUILD_DIGEST_MEMORY_H_

#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "build/digest_reading.h"
#include "build/ingest.h"
#include "build/input_files.h"
#include "build/metadata_memory.h"
#include "model/archive.h"

namespace offprint {

class DigestMemory {
 public:
  // What ReadAnew gives of each file, in the same order and with the same
  // reports; but files that are as they were are not read again. The first time
  // all are read by `read_first`. `looked` begins with what LookAt says of the
  // paths.
  SharedDigests Read(
      const std::vector<DigestPath>& paths,
      const std::vector<InputFile>& looked, const SiteConfig& config,
      size_t jobs,
      const std::function<std::vector<DigestReading>()>& read_first,
      Diagnostics& diagnostics);

  MetadataMemory& metadata() { return metadata_; }

 private:
  struct Known {
    DigestKey key;
    DigestReading reading;
  };

  std::map<std::string, Known, std::less<>> known_;
  bool has_read_ = false;
  MetadataMemory metadata_;
};

}  // namespace offprint

#endif  // OFFPRINT_BUILD_DIGEST_MEMORY_H_
