// The files of an index, read back: see "Files" in FORMAT.md. They come from a
// disk or a network, so any bytes are taken, and damaged ones give nothing.
#ifndef OFFPRINT_SEARCH_STORED_H_
#define OFFPRINT_SEARCH_STORED_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offprint::search {

// A part of a long list, in a file of its own.
struct StoredSegment {
  uint32_t file = 0;
  uint32_t first = 0;  // its first paper
  uint32_t papers = 0;
};

// The papers of a key: their numbers, or the segments that hold them.
struct StoredList {
  std::vector<uint32_t> papers;
  std::vector<StoredSegment> segments;
};

struct StoredKey {
  std::string key;
  StoredList all;
  StoredList title;
  StoredList author;
};

// A shard, a segment of as many papers and a node, each inflated.
std::optional<std::vector<StoredKey>> ReadShard(std::string_view bytes);
std::optional<std::vector<uint32_t>> ReadSegment(std::string_view bytes,
                                                 size_t papers);
std::optional<std::vector<std::string>> ReadNode(std::string_view bytes);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_STORED_H_
