// The digests of one build, for the next one of the same process.
#ifndef OFFPRINT_BUILD_DIGEST_MEMORY_H_
#define OFFPRINT_BUILD_DIGEST_MEMORY_H_

#include <cstddef>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "build/digest_key.h"
#include "build/ingest.h"
#include "build/input_files.h"
#include "build/metadata_memory.h"

namespace offprint {

class DigestMemory {
 public:
  // What ReadDigests gives, in the same order and with the same reports; but
  // files that are as they were are not read again. `looked` begins with what
  // LookAt says of the paths.
  std::vector<std::shared_ptr<const Digest>> Read(
      const std::vector<DigestPath>& paths,
      const std::vector<InputFile>& looked, const SiteConfig& config,
      size_t jobs, Diagnostics& diagnostics);

  MetadataMemory& metadata() { return metadata_; }

 private:
  struct Known {
    DigestKey key;
    std::shared_ptr<const Digest> digest;  // null for a draft
    Diagnostics reports;
  };

  std::map<std::string, Known, std::less<>> known_;
  MetadataMemory metadata_;
};

}  // namespace offprint

#endif  // OFFPRINT_BUILD_DIGEST_MEMORY_H_
