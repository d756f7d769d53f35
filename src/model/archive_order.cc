#include "model/archive_order.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <tuple>
#include <utility>
#include <vector>

#include "base/slug_table.h"

namespace offprint {
namespace {

// Sorts a list and tells the new index of each old one.
template <typename Item, typename Less>
std::vector<uint32_t> SortItems(std::vector<Item>* items, Less less) {
  std::vector<uint32_t> order(items->size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](uint32_t a, uint32_t b) {
    return less((*items)[a], (*items)[b]);
  });
  std::vector<Item> sorted;
  sorted.reserve(order.size());
  std::vector<uint32_t> renumbered(order.size());
  for (const uint32_t index : order) {
    renumbered[index] = static_cast<uint32_t>(sorted.size());
    sorted.push_back(std::move((*items)[index]));
  }
  *items = std::move(sorted);
  return renumbered;
}

void Renumber(const std::vector<uint32_t>& renumbered,
              std::vector<uint32_t> Paper::*pointers, Archive* archive) {
  for (Paper& paper : archive->papers) {
    for (uint32_t& index : paper.*pointers) index = renumbered[index];
  }
}

// Those seen on the earliest day ask first, so that a newer digest never
// changes an address.
template <typename Item>
void GiveSlugs(const Archive& archive, std::vector<Item>* items) {
  const auto first_day = [&](const Item& item) {
    DayIndex first = kNoIndex;
    for (const PaperIndex paper : item.papers) {
      const std::vector<DayIndex>& days = archive.papers[paper].days;
      if (!days.empty()) first = std::min(first, days.front());
    }
    return first;
  };
  std::vector<std::pair<DayIndex, Item*>> order;
  order.reserve(items->size());
  for (Item& item : *items) order.emplace_back(first_day(item), &item);
  std::sort(order.begin(), order.end(), [](const auto& a, const auto& b) {
    return std::tie(a.first, a.second->name) <
           std::tie(b.first, b.second->name);
  });
  SlugTable slugs;
  for (const auto& [day, item] : order) item->slug = slugs.Take(item->name);
}

}  // namespace

void OrderPapers(Archive* archive) {
  const auto first_day = [](const Paper& paper) {
    return paper.days.empty() ? -1 : static_cast<int64_t>(paper.days.front());
  };
  const std::vector<PaperIndex> renumbered =
      SortItems(&archive->papers, [&](const Paper& a, const Paper& b) {
        const int64_t day_a = first_day(a);
        const int64_t day_b = first_day(b);
        return day_a != day_b ? day_a > day_b : a.id < b.id;
      });
  for (ArchiveEntry& entry : archive->entries) {
    entry.paper = renumbered[entry.paper];
  }
  for (PaperIndex i = 0; i < archive->papers.size(); ++i) {
    for (const TopicIndex topic : archive->papers[i].topics) {
      archive->topics[topic].papers.push_back(i);
    }
  }
}

void OrderAuthors(Archive* archive) {
  Renumber(SortItems(&archive->authors,
                     [](const Author& a, const Author& b) {
                       return a.name < b.name;
                     }),
           &Paper::authors, archive);
  for (PaperIndex i = 0; i < archive->papers.size(); ++i) {
    for (const AuthorIndex author : archive->papers[i].authors) {
      archive->authors[author].papers.push_back(i);
    }
  }
  GiveSlugs(*archive, &archive->authors);
}

void OrderTopics(Archive* archive) {
  const std::vector<TopicIndex> renumbered =
      SortItems(&archive->topics, [](const Topic& a, const Topic& b) {
        return a.papers.size() != b.papers.size()
                   ? a.papers.size() > b.papers.size()
                   : a.name < b.name;
      });
  Renumber(renumbered, &Paper::topics, archive);
  for (ArchiveEntry& entry : archive->entries) {
    if (entry.topic != kNoIndex) entry.topic = renumbered[entry.topic];
  }
  GiveSlugs(*archive, &archive->topics);
}

}  // namespace offprint
