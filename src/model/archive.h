// The archive: all digests merged into papers, topics, days and authors.
#ifndef OFFPRINT_MODEL_ARCHIVE_H_
#define OFFPRINT_MODEL_ARCHIVE_H_

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/slug.h"
#include "model/digest.h"
#include "model/metadata.h"
#include "model/paper_id.h"

namespace offprint {

// Positions in the lists of the archive.
using EntryIndex = uint32_t;
using PaperIndex = uint32_t;
using TopicIndex = uint32_t;
using DayIndex = uint32_t;
using AuthorIndex = uint32_t;

inline constexpr uint32_t kNoIndex = UINT32_MAX;

// An entry in its place. The pointers live as long as the archive.
struct ArchiveEntry {
  const Digest* digest = nullptr;
  const Entry* entry = nullptr;
  PaperIndex paper = kNoIndex;
  TopicIndex topic = kNoIndex;  // kNoIndex where the digest gives none
  DayIndex day = kNoIndex;      // kNoIndex where no date is known
  // How many further times the same entry (same paper, day, topic and words)
  // stood in this file or another; those are not in the archive's lists.
  uint32_t repeats = 0;
};

struct Paper {
  PaperId id;
  // By the rule of model/paper_title.h; never empty.
  std::string_view title;
  // In the paper's own language, where a digest gives it and it differs.
  std::string_view original_title;
  std::vector<AuthorIndex> authors;  // by the rule of model/paper_authors.h
  std::vector<int> versions;         // ascending, without repeats
  std::vector<TopicIndex> topics;    // in order of first appearance
  std::vector<DayIndex> days;        // ascending
  std::vector<EntryIndex> entries;   // newest day first, then file order
  // The earliest date a digest gives, else the metadata's.
  std::optional<Date> published;
  std::optional<double> score;  // the best
  Links links;                  // the newest of each kind
  // What services say of it; null where that is not known. It lives as long as
  // the archive.
  const Metadata* metadata = nullptr;
};

struct Topic {
  std::string_view name;
  Slug slug;
  std::vector<PaperIndex> papers;  // ascending: first seen last comes first
};

struct Author {
  std::string_view name;
  Slug slug;
  std::vector<PaperIndex> papers;  // ascending: first seen last comes first
};

struct Day {
  Date date;
  // In digest order: by file name, then by place in the file.
  std::vector<EntryIndex> entries;
  // The digests that tell of the day, by file name.
  std::vector<const Digest*> digests;
  uint32_t papers = 0;  // distinct ones
};

// Counts that `check` prints.
struct ArchiveCounts {
  size_t files = 0;
  size_t entries = 0;     // as read, repeats included
  size_t same_entry = 0;  // of those, left out as word-for-word repeats
  // Further entries of a paper, in the order of days, by the first thing that
  // is new about them: a version, a day, a topic, a digest, the words alone.
  size_t other_version = 0;
  size_t other_day = 0;
  size_t other_topic = 0;
  size_t other_digest = 0;
  size_t other_words = 0;
  size_t code_in_text = 0;
  std::vector<Date> missing_days;
};

using SharedDigests = std::vector<std::shared_ptr<const Digest>>;

// Everything that pages are made from. It keeps the digests; all its texts are
// slices of them, of the metadata or of its pool. Move-only.
struct Archive {
  SharedDigests digests;  // by file name
  std::vector<MetadataList> metadata;
  TextPool pool;
  std::vector<ArchiveEntry> entries;
  // By the day first seen, newest first, then by id: a paper keeps its place
  // among the others for good.
  std::vector<Paper> papers;
  std::vector<Topic> topics;    // by number of papers, most first, then by name
  std::vector<Author> authors;  // by name
  std::vector<Day> days;        // oldest first
  ArchiveCounts counts;
};

// Which of an entry's dates decides on whose day page it stands.
enum class DayRule { kDigest, kPublished };

struct ArchiveOptions {
  // Alias to the name of the topic that takes its papers.
  std::map<std::string, std::string, std::less<>> topic_aliases;
  DayRule day_rule = DayRule::kDigest;
  size_t jobs = 1;  // threads to merge on
};

// The digests, each to be shared.
SharedDigests Shared(std::vector<Digest> digests);

// Merges the digests. The result depends on neither their order nor the jobs.
// Digests and lists of metadata that are shared may go into other archives too.
// Metadata adds to what digests say of a paper, and makes no papers.
Archive BuildArchive(SharedDigests digests, const ArchiveOptions& options,
                     std::vector<MetadataList> metadata = {});
Archive BuildArchive(std::vector<Digest> digests, const ArchiveOptions& options,
                     std::vector<MetadataList> metadata = {});

}  // namespace offprint

#endif  // OFFPRINT_MODEL_ARCHIVE_H_
