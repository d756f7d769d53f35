// The index of one tier: see "Files" in FORMAT.md.
#ifndef OFFPRINT_SEARCH_TIER_INDEX_H_
#define OFFPRINT_SEARCH_TIER_INDEX_H_

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
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

struct IndexOptions {
  size_t jobs = 1;  // threads to write on
  // A folder for what does not fit into memory meanwhile; where nothing can be
  // made there, that takes memory.
  std::filesystem::path scratch;
};

// Writes the files of the tier.
TierSummary WriteTier(const Site& site, const Tier& tier,
                      const IndexOptions& options, OutputSink& sink);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_TIER_INDEX_H_
