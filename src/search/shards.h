// Keys and their papers as files: see "Files" in FORMAT.md.
#ifndef OFFPRINT_SEARCH_SHARDS_H_
#define OFFPRINT_SEARCH_SHARDS_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "output/output_sink.h"

namespace offprint::search {

// Ascending numbers of papers.
using PaperNumbers = std::vector<uint32_t>;

// Writes the shards, segments and nodes of one tier. Keys come in the order of
// their bytes.
class ShardWriter {
 public:
  // Files go below `folder`; a shard is ended once it has `shard_bytes`.
  ShardWriter(std::string folder, size_t shard_bytes, OutputSink& sink);

  void Add(std::string_view key, const PaperNumbers& all,
           const PaperNumbers& title, const PaperNumbers& author);
  // Writes what is left.
  void Finish();

  // For the root; complete after Finish().
  size_t shards() const { return shards_; }
  const std::vector<std::string>& nodes() const { return node_keys_; }

 private:
  void AddList(const PaperNumbers& papers);
  void AddSegments(const PaperNumbers& papers);
  void EndShard();
  void EndNode();
  void WriteFile(char kind, size_t number, std::string_view bytes);

  const std::string folder_;
  const size_t shard_bytes_;
  OutputSink& sink_;

  std::string shard_;  // entries of the shard under way
  size_t shard_keys_ = 0;
  std::string last_key_;
  size_t shards_ = 0;
  size_t segments_ = 0;

  std::string node_;  // first keys of the node under way
  size_t node_size_ = 0;
  std::string last_node_key_;
  std::vector<std::string> node_keys_;
};

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_SHARDS_H_
