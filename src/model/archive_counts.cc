#include "model/archive_counts.h"

#include <cstddef>

namespace offprint {
namespace {

// Compares the entry at `at` with the older ones, which stand behind it.
void CountRepeat(const Paper& paper, size_t at, Archive* archive) {
  const ArchiveEntry& entry = archive->entries[paper.entries[at]];
  bool version = false, day = false, topic = false, digest = false;
  for (size_t i = at + 1; i < paper.entries.size(); ++i) {
    const ArchiveEntry& older = archive->entries[paper.entries[i]];
    version = version || older.entry->version == entry.entry->version;
    day = day || older.day == entry.day;
    topic = topic || older.topic == entry.topic;
    digest = digest || older.digest == entry.digest;
  }
  ArchiveCounts& counts = archive->counts;
  size_t* kind = &counts.other_words;
  if (!digest) kind = &counts.other_digest;
  if (!topic) kind = &counts.other_topic;
  if (!day) kind = &counts.other_day;
  if (!version) kind = &counts.other_version;
  ++*kind;
}

}  // namespace

void CountRepeats(Archive* archive) {
  for (const Paper& paper : archive->papers) {
    for (size_t i = paper.entries.size(); i-- > 0;) {
      if (i + 1 < paper.entries.size()) CountRepeat(paper, i, archive);
    }
  }
}

void FindMissingDays(Archive* archive) {
  for (size_t i = 1; i < archive->days.size(); ++i) {
    const int end = DaysSinceEpoch(archive->days[i].date);
    for (int day = DaysSinceEpoch(archive->days[i - 1].date) + 1; day < end;
         ++day) {
      archive->counts.missing_days.push_back(DateFromDays(day));
    }
  }
}

}  // namespace offprint
