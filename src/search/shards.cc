#include "search/shards.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "search/deflate.h"
#include "search/varint.h"

namespace offprint::search {
namespace {

constexpr size_t kNodeShards = 512;
constexpr size_t kSegmentPapers = 8192;
// The root names the starts of all shards while they are a few KB.
constexpr size_t kStartsInRoot = 6000;

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

// The shortest text that is above `before` and not above `key`, made of whole
// code points.
std::string_view Separator(std::string_view before, std::string_view key) {
  const auto end = std::ranges::mismatch(key, before).in1;
  auto size = static_cast<size_t>(end - key.begin());
  while ((static_cast<unsigned char>(key[size]) & 0xC0) == 0x80) --size;
  NextCodePoint(key, &size);
  return key.substr(0, size);
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
    starts_.emplace_back(shards_ == 0 ? "" : Separator(end_of_shard_, key));
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
  if (starts_.size() > kStartsInRoot) WriteNodes();
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
  end_of_shard_ = std::exchange(last_key_, {});
}

void ShardWriter::WriteNodes() {
  for (size_t begin = 0; begin < starts_.size(); begin += kNodeShards) {
    const size_t end = std::min(begin + kNodeShards, starts_.size());
    std::string bytes;
    AppendVarint(end - begin, &bytes);
    std::string before;
    for (size_t i = begin; i < end; ++i) {
      AppendFrontCoded(starts_[i], &before, &bytes);
    }
    WriteFile('n', nodes_.size(), bytes);
    nodes_.push_back(starts_[begin]);
  }
  starts_.clear();
}

void ShardWriter::WriteFile(char kind, size_t number, std::string_view bytes) {
  sink_.Write(folder_ + kind + '/' + std::to_string(number) + ".bin",
              Deflate(bytes));
}

}  // namespace offprint::search
