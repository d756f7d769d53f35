#include "search/shards.h"

#include <algorithm>
#include <utility>

#include "search/deflate.h"
#include "search/varint.h"

namespace offprint::search {
namespace {

constexpr size_t kNodeShards = 512;
constexpr size_t kSegmentPapers = 8192;

// The key behind the one before; `*before` becomes the key.
void AppendFrontCoded(std::string_view key, std::string* before,
                      std::string* out) {
  const auto end = std::ranges::mismatch(key, std::string_view(*before)).in1;
  const auto shared = static_cast<size_t>(end - key.begin());
  AppendVarint(shared, out);
  AppendVarint(key.size() - shared, out);
  out->append(key.substr(shared));
  *before = key;
}

void AppendDifferences(const uint32_t* first, const uint32_t* last,
                       std::string* out) {
  uint32_t before = 0;
  for (; first != last; ++first) {
    AppendVarint(*first - before, out);
    before = *first;
  }
}

}  // namespace

ShardWriter::ShardWriter(std::string folder, size_t shard_bytes,
                         OutputSink& sink)
    : folder_(std::move(folder)), shard_bytes_(shard_bytes), sink_(sink) {}

void ShardWriter::Add(std::string_view key, const PaperNumbers& all,
                      const PaperNumbers& title, const PaperNumbers& author) {
  if (shard_keys_ == 0) {
    if (node_size_ == 0) node_keys_.emplace_back(key);
    AppendFrontCoded(key, &last_node_key_, &node_);
    ++node_size_;
  }
  AppendFrontCoded(key, &last_key_, &shard_);
  ++shard_keys_;
  AddList(all);
  if (key[0] == 'g' || key[0] == 'w') {
    AddList(title);
    AddList(author);
  }
  if (shard_.size() >= shard_bytes_) EndShard();
}

void ShardWriter::Finish() {
  if (shard_keys_ > 0) EndShard();
  if (node_size_ > 0) EndNode();
}

void ShardWriter::AddList(const PaperNumbers& papers) {
  if (papers.size() > kSegmentPapers) return AddSegments(papers);
  AppendVarint(papers.size() * 2, &shard_);
  AppendDifferences(papers.data(), papers.data() + papers.size(), &shard_);
}

void ShardWriter::AddSegments(const PaperNumbers& papers) {
  const size_t count = (papers.size() + kSegmentPapers - 1) / kSegmentPapers;
  AppendVarint(papers.size() * 2 + 1, &shard_);
  AppendVarint(segments_, &shard_);
  AppendVarint(count, &shard_);
  uint32_t before = 0;
  for (size_t begin = 0; begin < papers.size(); begin += kSegmentPapers) {
    const size_t size = std::min(kSegmentPapers, papers.size() - begin);
    AppendVarint(papers[begin] - before, &shard_);
    AppendVarint(size, &shard_);
    before = papers[begin];
    std::string segment;
    AppendDifferences(papers.data() + begin, papers.data() + begin + size,
                      &segment);
    WriteFile('s', segments_++, segment);
  }
}

void ShardWriter::EndShard() {
  std::string bytes;
  AppendVarint(shard_keys_, &bytes);
  WriteFile('k', shards_++, bytes + shard_);
  shard_.clear();
  shard_keys_ = 0;
  last_key_.clear();
  if (node_size_ == kNodeShards) EndNode();
}

void ShardWriter::EndNode() {
  std::string bytes;
  AppendVarint(node_size_, &bytes);
  WriteFile('n', node_keys_.size() - 1, bytes + node_);
  node_.clear();
  node_size_ = 0;
  last_node_key_.clear();
}

void ShardWriter::WriteFile(char kind, size_t number, std::string_view bytes) {
  sink_.Write(folder_ + kind + '/' + std::to_string(number) + ".bin",
              Deflate(bytes));
}

}  // namespace offprint::search
