// The index of one tier: see "Files" in FORMAT.md.
#ifndef OFFPRINT_SEARCH_TIER_INDEX_H_
#define OFFPRINT_SEARCH_TIER_INDEX_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "output/output_sink.h"
#include "pages/site.h"
#include "search/tiers.h"

namespace offprint::search {

// Keys that many papers have, and how many.
using CommonKeys = std::map<std::string, uint64_t, std::less<>>;

// What the root tells of a tier.
struct TierSummary {
  std::string folder;
  size_t papers = 0;
  size_t pack = 0;
  size_t dictionary = 0;
  size_t shards = 0;
  std::vector<std::string> starts;  // of the shards; none where there are nodes
  std::vector<std::string> nodes;
  std::array<double, 3> lengths = {};
  CommonKeys common;  // pairs, with their "g"
};

// Where the files of a tier lie: "search/<folder>/".
std::string FolderOf(const TierSummary& tier);

// Writes the files of the tier, on `jobs` threads.
TierSummary WriteTier(const Site& site, const Tier& tier, size_t jobs,
                      OutputSink& sink);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_TIER_INDEX_H_
