// Which papers each tier of the index holds: see "Tiers" in FORMAT.md.
#ifndef OFFPRINT_SEARCH_TIERS_H_
#define OFFPRINT_SEARCH_TIERS_H_

#include <cstdint>
#include <optional>
#include <vector>

#include "model/archive.h"

namespace offprint::search {

// A paper as a tier knows it: with the entries of some days only.
struct Member {
  PaperIndex paper = kNoIndex;
  DayIndex last_day = kNoIndex;  // kNoIndex where no day is known
  std::optional<double> score;   // the best of those entries
};

struct Tier {
  // Entries of this day and earlier ones count; kNoIndex for all.
  DayIndex until = kNoIndex;
  std::vector<Member> members;  // by their numbers
  // Numbers of papers in the next tier that this one has newer records of,
  // ascending.
  std::vector<uint32_t> replaces;
};

// Newest first; none without papers.
std::vector<Tier> PlanTiers(const Archive& archive);

// The entries of the paper that count in the tier, newest first.
std::vector<EntryIndex> EntriesOf(const Archive& archive, const Paper& paper,
                                  const Tier& tier);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_TIERS_H_
