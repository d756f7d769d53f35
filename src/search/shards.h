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
  // The first keys of all shards, cut
  // to what tells each from the shard before; or, where those are too many, of
  // the nodes that hold them.
  const std::vector<std::string>& starts() const { return starts_; }
  const std::vector<std::string>& nodes() const { return nodes_; }

 private:
  void AddList(const PaperNumbers& papers);
  void AddSegments(const PaperNumbers& papers);
  void EndShard();
  void WriteNodes();
  void WriteFile(char kind, size_t number, std::string_view bytes);

  const std::string folder_;
  const size_t shard_bytes_;
  OutputSink& sink_;

  std::string shard_;  // entries of the shard under way
  size_t shard_keys_ = 0;
  std::string last_key_;
  std::string end_of_shard_;  // the last key of the shard before
  size_t shards_ = 0;
  size_t segments_ = 0;

  std::vector<std::string> starts_;
  std::vector<std::string> nodes_;
};

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_SHARDS_H_
