// The root of a search index, read back: see "Files" in search/FORMAT.md.
#ifndef OFFPRINT_CHECK_SEARCH_ROOT_H_
#define OFFPRINT_CHECK_SEARCH_ROOT_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offprint {

struct SearchTier {
  std::string folder;
  size_t papers = 0;
  size_t pack = 0;  // at least 1
  size_t dictionary = 0;
  size_t shards = 0;
  // Where each shard starts, or, where `has_nodes`, the first one of each node.
  std::vector<std::string> starts;
  bool has_nodes = false;
  std::vector<size_t> replaces;
};

struct SearchRoot {
  size_t papers = 0;
  std::vector<SearchTier> tiers;
};

// Reads search/index.json; where it is no root of format 1, nothing, and
// *reason says why. Any bytes are taken; numbers are not negative, and a
// folder is a name without "/".
std::optional<SearchRoot> ReadSearchRoot(std::string_view json,
                                         std::string* reason);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_SEARCH_ROOT_H_
