// How the records of a tier are packed.
#ifndef OFFPRINT_SEARCH_PACKS_H_
#define OFFPRINT_SEARCH_PACKS_H_

#include <cstddef>
#include <string>

#include "pages/site.h"
#include "search/tiers.h"

namespace offprint::search {

struct PackPlan {
  size_t papers = 1;       // in a pack
  std::string dictionary;  // what the stream of each pack begins with
};

// Packs of a few kilobytes, so that twenty hits from all over the archive cost
// little, and a dictionary of what records from all over the tier repeat, since
// packs so small have few repeats of their own.
PackPlan PlanPacks(const Site& site, const Tier& tier);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_PACKS_H_
