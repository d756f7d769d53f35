// A run holds, for each key, the sizes of the key and of its three lists as
// varints, then the key and the lists (PostingList::bytes).
#include "search/posting_runs.h"

#include <algorithm>

#include "search/varint.h"

namespace offprint::search {
namespace {

constexpr size_t kPiece = size_t{64} << 10;  // bytes
constexpr size_t kMostSizes = 20;            // bytes of four varints of 32 bits

}  // namespace

PostingRun WriteRun(Postings& postings, ScratchFile& file) {
  PostingRun run;
  std::string bytes;
  const auto bytes_of = [](const std::unique_ptr<PostingList>& list) {
    return list == nullptr ? std::string_view() : std::string_view(list->bytes);
  };
  for (const auto& [key, lists] : postings.Sorted()) {
    const std::string_view parts[] = {
        key, lists->all.bytes, bytes_of(lists->title), bytes_of(lists->author)};
    for (const std::string_view part : parts) AppendVarint(part.size(), &bytes);
    for (const std::string_view part : parts) bytes += part;
  }
  run.offset = file.Append(bytes);
  run.size = bytes.size();
  return run;
}

void RunMerger::Reader::Fetch(size_t size) {
  if (piece_.size() - at_ >= size) return;
  piece_.erase(0, at_);
  at_ = 0;
  const uint64_t wanted = std::max(size - piece_.size(), kPiece);
  const auto more = static_cast<size_t>(std::min(wanted, end_ - next_));
  std::string bytes;
  file_->Read(next_, more, &bytes);
  piece_ += bytes;
  next_ += more;
}

bool RunMerger::Reader::Advance() {
  Fetch(kMostSizes);
  if (at_ == piece_.size()) return false;
  size_t size = 0;
  for (Extent* part : {&key_, &all_, &title_, &author_}) {
    part->size = ReadVarint(piece_, &at_);
    size += part->size;
  }
  Fetch(size);
  for (Extent* part : {&key_, &all_, &title_, &author_}) {
    part->at = at_;
    at_ += part->size;
  }
  return true;
}

void RunMerger::Reader::AppendTo(MergedKey* merged) const {
  AppendNumbers(Slice(all_), &merged->all);
  AppendNumbers(Slice(title_), &merged->title);
  AppendNumbers(Slice(author_), &merged->author);
}

RunMerger::RunMerger(const ScratchFile& file,
                     const std::vector<PostingRun>& runs)
    : heap_(ComesAfter{&readers_}) {
  readers_.reserve(runs.size());
  for (const PostingRun& run : runs) readers_.emplace_back(file, run);
  for (size_t run = 0; run < readers_.size(); ++run) {
    if (readers_[run].Advance()) heap_.push(run);
  }
}

bool RunMerger::Next(MergedKey* key) {
  if (heap_.empty()) return false;
  key->key = readers_[heap_.top()].key();
  for (std::vector<uint32_t>* list : {&key->all, &key->title, &key->author}) {
    list->clear();
  }
  while (!heap_.empty() && readers_[heap_.top()].key() == key->key) {
    const size_t run = heap_.top();
    heap_.pop();
    readers_[run].AppendTo(key);
    if (readers_[run].Advance()) heap_.push(run);
  }
  return true;
}

}  // namespace offprint::search
