#include "model/archive_order.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "base/slug_table.h"

namespace offprint {
namespace {

// Compares as the name does. Most names differ in the beginning, which lies at
// hand: following slices takes longer than comparing.
class NameKey {
 public:
  explicit NameKey(std::string_view name) : name_(name) {
    for (size_t i = 0; i < kBeginning; ++i) {
      const auto byte =
          i < name.size() ? static_cast<unsigned char>(name[i]) : 0U;
      beginning_[i / 8] = beginning_[i / 8] << 8 | byte;
    }
  }

  auto operator<=>(const NameKey&) const = default;

 private:
  static constexpr size_t kBeginning = 16;  // bytes

  std::array<uint64_t, kBeginning / 8> beginning_ = {};
  std::string_view name_;
};

// Puts the items in the order of the indices `from`, without a second list.
template <typename Item>
void MoveItems(std::vector<uint32_t> from, std::vector<Item>* items) {
  for (uint32_t begin = 0; begin < from.size(); ++begin) {
    if (from[begin] == begin) continue;
    Item first = std::move((*items)[begin]);
    uint32_t to = begin;
    while (from[to] != begin) {
      (*items)[to] = std::move((*items)[from[to]]);
      to = std::exchange(from[to], to);
    }
    (*items)[to] = std::move(first);
    from[to] = to;
  }
}

// Sorts a list by the items' keys, no two of which are alike, and tells the new
// index of each old one. The keys stand close together: following an index to
// each item would take longer than the comparing.
template <typename Item, typename KeyOf>
std::vector<uint32_t> SortItems(std::vector<Item>* items, KeyOf key_of) {
  using Key = std::invoke_result_t<KeyOf, const Item&>;
  std::vector<std::pair<Key, uint32_t>> order;
  order.reserve(items->size());
  for (uint32_t i = 0; i < items->size(); ++i) {
    order.emplace_back(key_of((*items)[i]), i);
  }
  std::sort(order.begin(), order.end());
  std::vector<uint32_t> from;
  from.reserve(order.size());
  std::vector<uint32_t> renumbered(order.size());
  for (const auto& [key, index] : order) {
    renumbered[index] = static_cast<uint32_t>(from.size());
    from.push_back(index);
  }
  MoveItems(std::move(from), items);
  return renumbered;
}

void Renumber(const std::vector<uint32_t>& renumbered,
              std::vector<uint32_t> Paper::*pointers, Archive* archive) {
  for (Paper& paper : archive->papers) {
    for (uint32_t& index : paper.*pointers) index = renumbered[index];
  }
}

// Of items by their names: those seen on the earliest day ask first, so that a
// newer digest never changes an address.
template <typename Item>
void GiveSlugs(const Archive& archive, size_t jobs,
               const std::vector<Item*>& by_name) {
  // Papers stand in the order of the days they were first seen on, newest
  // first; those without one last.
  const auto first_day = [&](const Item& item) {
    for (size_t i = item.papers.size(); i-- > 0;) {
      const std::vector<DayIndex>& days = archive.papers[item.papers[i]].days;
      if (!days.empty()) return days.front();
    }
    return kNoIndex;
  };
  std::vector<std::pair<DayIndex, Item*>> order(by_name.size());
  ParallelFor(jobs, by_name.size(), [&](size_t, size_t i) {
    Item* const item = by_name[i];
    item->slug = MakeSlug(item->name);
    order[i] = {first_day(*item), item};
  });
  std::ranges::stable_sort(order, {},
                           [](const auto& dated) { return dated.first; });
  SlugTable slugs;
  for (const auto& [day, item] : order) {
    item->slug = slugs.Take(item->name, std::move(item->slug));
  }
}

template <typename Item>
std::vector<Item*> PointersTo(std::vector<Item>* items) {
  std::vector<Item*> pointers;
  pointers.reserve(items->size());
  for (Item& item : *items) pointers.push_back(&item);
  return pointers;
}

}  // namespace

void OrderPapers(Archive* archive) {
  // The newest day first, no day last.
  const auto key_of = [](const Paper& paper) {
    const int64_t day =
        paper.days.empty() ? 1 : -static_cast<int64_t>(paper.days.front());
    return std::tuple(day, paper.id.kind, std::string_view(paper.id.value));
  };
  const std::vector<PaperIndex> renumbered =
      SortItems(&archive->papers, key_of);
  for (ArchiveEntry& entry : archive->entries) {
    entry.paper = renumbered[entry.paper];
  }
  for (PaperIndex i = 0; i < archive->papers.size(); ++i) {
    for (const TopicIndex topic : archive->papers[i].topics) {
      archive->topics[topic].papers.push_back(i);
    }
  }
}

void OrderAuthors(Archive* archive, size_t jobs) {
  Renumber(SortItems(&archive->authors,
                     [](const Author& author) { return NameKey(author.name); }),
           &Paper::authors, archive);
  for (PaperIndex i = 0; i < archive->papers.size(); ++i) {
    for (const AuthorIndex author : archive->papers[i].authors) {
      archive->authors[author].papers.push_back(i);
    }
  }
  GiveSlugs(*archive, jobs, PointersTo(&archive->authors));
}

void OrderTopics(Archive* archive) {
  const std::vector<TopicIndex> renumbered =
      SortItems(&archive->topics, [](const Topic& topic) {
        return std::tuple(-static_cast<int64_t>(topic.papers.size()),
                          topic.name);
      });
  Renumber(renumbered, &Paper::topics, archive);
  for (ArchiveEntry& entry : archive->entries) {
    if (entry.topic != kNoIndex) entry.topic = renumbered[entry.topic];
  }
  std::vector<Topic*> by_name = PointersTo(&archive->topics);
  std::ranges::sort(by_name, {}, &Topic::name);
  GiveSlugs(*archive, 1, by_name);
}

}  // namespace offprint
