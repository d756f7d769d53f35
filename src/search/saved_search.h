// Searches that are kept: what they find in the whole archive.
#ifndef OFFPRINT_SEARCH_SAVED_SEARCH_H_
#define OFFPRINT_SEARCH_SAVED_SEARCH_H_

#include <cstddef>
#include <string_view>
#include <vector>

#include "pages/site.h"

namespace offprint::search {

// For each query the newest papers that match, in the archive's order, on
// `jobs` threads: `limit` of them, and all others last seen on the day of the
// last. Reads the archive once for all queries, and no further than they need.
std::vector<std::vector<PaperIndex>> FindNewest(
    const Site& site, const std::vector<std::string_view>& queries,
    size_t limit, size_t jobs);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_SAVED_SEARCH_H_
