// The metadata of a site's papers, and that of one build for the next one of
// the same process.
#ifndef OFFPRINT_BUILD_METADATA_MEMORY_H_
#define OFFPRINT_BUILD_METADATA_MEMORY_H_

#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "build/ingest.h"
#include "build/input_files.h"
#include "config/site_config.h"
#include "model/metadata.h"

namespace offprint {

// What messages call the folder of metadata: "content/_metadata".
std::string MetadataFolderName(const SiteConfig& config);

// The files of metadata of the site at `source`, in the order of their names. A
// folder that cannot be read is an EnvironmentError.
std::vector<DigestPath> FindMetadata(const std::filesystem::path& source,
                                     const SiteConfig& config);

class MetadataMemory {
 public:
  // What each file says, on `jobs` threads; those that are as they were are not
  // read again. `looked` is what LookAt says of the paths. Lines that cannot be
  // read, and files, are errors in `diagnostics` and left out.
  std::vector<MetadataList> Read(std::span<const DigestPath> paths,
                                 std::span<const InputFile> looked, size_t jobs,
                                 Diagnostics& diagnostics);

 private:
  struct Known {
    InputFile file;
    MetadataList list;
    Diagnostics reports;
  };

  std::map<std::string, Known, std::less<>> known_;
};

// The metadata of the site at `source`, for who builds no pages.
std::vector<MetadataList> ReadMetadata(const std::filesystem::path& source,
                                       const SiteConfig& config, size_t jobs,
                                       Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_METADATA_MEMORY_H_
