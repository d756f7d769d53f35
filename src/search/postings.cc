#include "search/postings.h"

#include <tsl/robin_map.h>

#include <algorithm>
#include <deque>

#include "base/text_pool.h"
#include "search/varint.h"

namespace offprint::search {
namespace {

// Returns how many bytes there are more.
size_t AddTo(Field field, uint32_t paper, KeyPostings* postings) {
  const size_t more = postings->all.Add(paper);
  if (field == Field::kText) return more;
  std::unique_ptr<PostingList>& list =
      field == Field::kTitle ? postings->title : postings->author;
  size_t made = 0;
  if (list == nullptr) {
    list = std::make_unique<PostingList>();
    made = sizeof(PostingList);
  }
  return more + made + list->Add(paper);
}

}  // namespace

size_t PostingList::Add(uint32_t paper) {
  if (count > 0 && paper == last) return 0;
  const size_t before = bytes.size();
  AppendVarint(count > 0 ? paper - last : paper, &bytes);
  last = paper;
  ++count;
  return bytes.size() - before;
}

void AppendNumbers(std::string_view bytes, std::vector<uint32_t>* papers) {
  uint32_t paper = 0;
  for (size_t at = 0; at < bytes.size();) {
    paper += ReadVarint(bytes, &at);
    papers->push_back(paper);
  }
}

// The lists stand in the order of their keys' first appearance. The tables hold
// their places only, so that finding a key touches little memory: most of the
// time that keys take is the wait for it.
class Postings::Table {
 public:
  void Add(Pair pair, Field field, uint32_t paper) {
    bytes_ += AddTo(field, paper, &At(pairs_, pair));
  }
  void Add(std::string_view key, Field field, uint32_t paper) {
    bytes_ += AddTo(field, paper, &Of(key));
  }

  std::string& word() { return word_; }

  // Strings and maps have room for twice of what is in them, about.
  size_t memory() const {
    constexpr size_t kKey =
        sizeof(KeyPostings) + 2 * (sizeof(Pair) + sizeof(uint32_t));
    return lists_.size() * kKey + bytes_ * 2;
  }

  std::vector<SortedKey> Sorted() {
    std::vector<SortedKey> sorted;
    sorted.reserve(lists_.size());
    for (const auto& [key, place] : named_) {
      sorted.push_back({key, &lists_[place]});
    }
    for (const auto& [pair, place] : pairs_) {
      sorted.push_back({keys_.Keep(KeyOf(pair)), &lists_[place]});
    }
    std::ranges::sort(sorted, {}, &SortedKey::key);
    return sorted;
  }

 private:
  struct PairHash {
    size_t operator()(Pair pair) const {
      const uint64_t bits = uint64_t{pair.first} << 32 | pair.second;
      return static_cast<size_t>((bits * 0x9E3779B97F4A7C15U) >> 20);
    }
  };

  KeyPostings& Of(std::string_view key) {
    const auto found = named_.find(key);
    return found != named_.end() ? lists_[found->second]
                                 : At(named_, keys_.Keep(key));
  }

  template <typename Map, typename Key>
  KeyPostings& At(Map& map, Key key) {
    const auto [found, added] =
        map.try_emplace(key, static_cast<uint32_t>(lists_.size()));
    return added ? lists_.emplace_back() : lists_[found->second];
  }

  TextPool keys_;
  std::deque<KeyPostings> lists_;
  tsl::robin_map<Pair, uint32_t, PairHash> pairs_;
  tsl::robin_map<std::string_view, uint32_t> named_;
  std::string word_;
  size_t bytes_ = 0;  // of the lists
};

Postings::Postings() : table_(std::make_unique<Table>()) {}
Postings::Postings(Postings&&) noexcept = default;
Postings& Postings::operator=(Postings&&) noexcept = default;
Postings::~Postings() = default;

void Postings::AddText(std::string_view normal, Field field, uint32_t paper) {
  ForEachKey(
      normal, [&](Pair pair) { table_->Add(pair, field, paper); },
      [&](std::string_view word) {
        table_->word().assign("w").append(word);
        table_->Add(std::string_view(table_->word()), field, paper);
      });
}

void Postings::AddKey(std::string_view key, uint32_t paper) {
  table_->Add(key, Field::kText, paper);
}

size_t Postings::memory() const { return table_->memory(); }

std::vector<Postings::SortedKey> Postings::Sorted() { return table_->Sorted(); }

}  // namespace offprint::search
