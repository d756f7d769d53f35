// Digests as they were read, on the disk: the next build reads what has
// changed, and their texts need not stay in memory.
#ifndef OFFPRINT_BUILD_DIGEST_STORE_H_
#define OFFPRINT_BUILD_DIGEST_STORE_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/mapped_file.h"
#include "base/progress.h"
#include "build/digest_reading.h"
#include "build/ingest.h"

namespace offprint {

// A folder with an index, which is replaced as a whole, and parts, which are
// written once: a killed build leaves at most a part that no index names, and
// builds at the same time take no more from each other than that.
class DigestStore {
 public:
  // Looks at what earlier builds of this program left in the folder, unless it
  // is to be `forgotten`. A store that is damaged or cannot be written costs
  // time and memory, no more.
  DigestStore(std::filesystem::path folder, bool forgotten);

  // Reads the files, but for those that are as they were; what was read is
  // there for the next one. `looked` begins with what LookAt says of the paths.
  // The digests' texts lie in files (Digest::file), as far as those could be
  // written. To be called once.
  std::vector<DigestReading> Read(const std::vector<DigestPath>& paths,
                                  const std::vector<InputFile>& looked,
                                  const SiteConfig& config, size_t jobs,
                                  Progress& progress);

 private:
  // Some digests, one after the other.
  struct Part {
    InputFile stamp;
    std::shared_ptr<const MappedFile> file;
    // Whether the file is as it was left: then its texts need not be looked at.
    bool is_trusted = false;
  };
  // Where a digest lies: its bytes, then its texts.
  struct Place {
    uint64_t part = 0;
    uint64_t offset = 0;
    uint64_t bytes = 0;
    uint64_t texts = 0;
    Hash128 hash_of_bytes;
    Hash128 hash_of_texts;

    bool operator==(const Place&) const = default;
  };
  struct Stored {
    DigestKey key;
    Place place;

    bool operator==(const Stored&) const = default;
  };
  class PartWriter;
  struct Item;

  void Load();
  std::string_view SliceAt(const Place& place) const;
  std::optional<DigestReading> Decode(const Place& place) const;
  // Whether anything was written.
  bool AddPart(PartWriter& writer);
  // Brings the store up to date.
  void Keep(const std::vector<Item>& items, bool has_new);
  bool IsWasteful() const;
  void JoinParts();
  bool Save() const;
  void RemoveOtherFiles() const;

  const std::filesystem::path folder_;
  std::vector<Part> parts_;
  std::map<std::string, Stored, std::less<>> stored_;  // by the digest's name
};

}  // namespace offprint

#endif  // OFFPRINT_BUILD_DIGEST_STORE_H_
