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
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/hash.h"
#include "base/mapped_file.h"
#include "base/progress.h"
#include "base/unique_fd.h"
#include "build/digest_reading.h"
#include "build/ingest.h"
#include "build/input_files.h"

namespace offprint {

// What to do with what earlier builds have stored.
enum class Stored { kUse, kForget };

// A folder with an index, which is replaced as a whole, and parts, which are
// written once and then mapped: nobody may make them shorter in place. A killed
// build leaves at most a part that no index names; of builds at the same time
// one writes. What is damaged, or was left by another program, is read anew;
// but the texts of a part are not looked at while its size, times and inode are
// those that it was left with. A store that cannot be written costs memory and
// time, no more.
class DigestStore {
 public:
  DigestStore(std::filesystem::path folder, Stored stored);

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
    // Whether the file is as it was left.
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

    uint64_t size() const { return bytes + texts; }
    bool operator==(const Place&) const = default;
  };
  struct Item {
    DigestKey key;
    Place place;

    bool operator==(const Item&) const = default;
  };
  using Items = std::map<std::string, Item, std::less<>>;  // by digest
  struct Slices {
    std::string_view bytes;
    std::string_view texts;
  };
  class PartWriter;

  void Lock();
  void Load();
  // Nothing where the place is none.
  std::optional<Slices> SlicesAt(const Place& place) const;
  std::optional<DigestReading> Decode(const Place& place) const;
  // Brings the store up to date.
  void Keep(Items now, bool has_new);
  void JoinParts();
  bool Save() const;
  void RemoveUnnamedFiles() const;

  const std::filesystem::path folder_;
  UniqueFd lock_;  // not valid where another has it, or there is no folder
  std::vector<Part> parts_;
  Items items_;
  std::set<std::string> named_;  // parts, by the index on the disk
};

}  // namespace offprint

#endif  // OFFPRINT_BUILD_DIGEST_STORE_H_
