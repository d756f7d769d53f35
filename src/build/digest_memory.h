// The digests of one build, for the next one of the same process.
#ifndef OFFPRINT_BUILD_DIGEST_MEMORY_H_
#define OFFPRINT_BUILD_DIGEST_MEMORY_H_

#include <cstddef>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/progress.h"
#include "build/digest_reading.h"
#include "build/ingest.h"
#include "build/input_files.h"
#include "build/metadata_memory.h"
#include "model/archive.h"

namespace offprint {

class DigestMemory {
 public:
  // What ReadDigests gives, in the same order and with the same reports; but
  // files that are as they were are not read again. The first time they are
  // looked for in the store in the folder `store`, which is `forgotten` or not
  // (see DigestStore). `looked` begins with what LookAt says of the paths.
  SharedDigests Read(const std::vector<DigestPath>& paths,
                     const std::vector<InputFile>& looked,
                     const SiteConfig& config,
                     const std::filesystem::path& store, bool forgotten,
                     size_t jobs, Progress& progress, Diagnostics& diagnostics);

  MetadataMemory& metadata() { return metadata_; }

 private:
  struct Known {
    DigestKey key;
    DigestReading reading;
  };

  std::vector<Known> ReadChanged(const std::vector<DigestPath>& paths,
                                 const std::vector<InputFile>& looked,
                                 const SiteConfig& config, size_t jobs);

  std::map<std::string, Known, std::less<>> known_;
  bool has_read_ = false;
  MetadataMemory metadata_;
};

}  // namespace offprint

#endif  // OFFPRINT_BUILD_DIGEST_MEMORY_H_
