#include "search/postings.h"

#include <algorithm>

#include "search/varint.h"

namespace offprint::search {
namespace {

void AddTo(Field field, uint32_t paper, KeyPostings* postings) {
  postings->all.Add(paper);
  if (field == Field::kText) return;
  std::unique_ptr<PostingList>& list =
      field == Field::kTitle ? postings->title : postings->author;
  if (list == nullptr) list = std::make_unique<PostingList>();
  list->Add(paper);
}

}  // namespace

void PostingList::Add(uint32_t paper) {
  if (count > 0 && paper == last) return;
  AppendVarint(count > 0 ? paper - last : paper, &bytes);
  last = paper;
  ++count;
}

void PostingList::DecodeTo(std::vector<uint32_t>* papers) const {
  uint32_t paper = 0;
  for (size_t at = 0; at < bytes.size();) {
    paper += ReadVarint(bytes, &at);
    papers->push_back(paper);
  }
}

void Postings::AddText(std::string_view normal, Field field, uint32_t paper) {
  ForEachKey(
      normal, [&](Pair pair) { AddTo(field, paper, &pairs_[pair]); },
      [&](std::string_view word) {
        word_.assign("w").append(word);
        AddTo(field, paper, &Named(word_));
      });
}

void Postings::AddKey(std::string_view key, uint32_t paper) {
  Named(key).all.Add(paper);
}

KeyPostings& Postings::Named(std::string_view key) {
  const auto found = named_.find(key);
  return found != named_.end() ? found->second : named_[keys_.Keep(key)];
}

std::vector<Postings::SortedKey> Postings::Sorted() {
  std::vector<SortedKey> sorted;
  sorted.reserve(named_.size() + pairs_.size());
  for (const auto& [key, postings] : named_) sorted.push_back({key, &postings});
  for (const auto& [pair, postings] : pairs_) {
    sorted.push_back({keys_.Keep(KeyOf(pair)), &postings});
  }
  std::ranges::sort(sorted, {}, &SortedKey::key);
  return sorted;
}

}  // namespace offprint::search
