#include "render/day_drop.h"

#include <algorithm>
#include <set>
#include <tuple>
#include <unordered_map>
#include <utility>

#include "render/drop_context.h"
#include "render/entry_drop.h"
#include "render/topic_drop.h"

namespace offprint {
namespace {

enum DayField {
  kDate,
  kUrl,
  kTitle,
  kWeekday,
  kPapers,
  kEntries,
  kSources,
  kTopics,
  kDigests,
  kGroups,
  kBest,
  kPrevious,
  kNext,
};
constexpr liquid::FieldTable kFields(std::to_array<std::string_view>(
    {"date", "url", "title", "weekday", "papers", "entries", "sources",
     "topics", "digests", "groups", "best", "previous", "next"}));

// Distinct papers of a day by a property of its entries, in the order in which
// the properties first come.
template <typename Property, typename Of>
std::vector<std::pair<Property, size_t>> CountPapers(const Archive& archive,
                                                     const Day& day, Of of) {
  std::vector<std::pair<Property, size_t>> counts;
  std::set<std::pair<Property, PaperIndex>> seen;
  for (const EntryIndex index : day.entries) {
    const ArchiveEntry& entry = archive.entries[index];
    const Property property = of(entry);
    auto found =
        std::find_if(counts.begin(), counts.end(),
                     [&](const auto& item) { return item.first == property; });
    if (found == counts.end()) {
      counts.emplace_back(property, 0);
      found = counts.end() - 1;
    }
    if (seen.emplace(property, entry.paper).second) ++found->second;
  }
  return counts;
}

liquid::Value MetaValue(const Digest& digest, liquid::Arena& arena) {
  static constexpr std::string_view kNames[] = {"key", "value"};
  return NewArray(digest.meta, arena, [&](const auto& item) {
    return NewObject(kNames, {item.first, item.second}, arena);
  });
}

}  // namespace

std::vector<EntryGroup> GroupEntries(const Archive& archive, const Day& day,
                                     PaperOrder order) {
  std::vector<EntryGroup> groups;
  for (const EntryIndex index : day.entries) {
    const ArchiveEntry& entry = archive.entries[index];
    const auto found = std::find_if(
        groups.begin(), groups.end(), [&](const EntryGroup& group) {
          return group.source == entry.entry->source &&
                 group.topic == entry.topic;
        });
    if (found != groups.end()) {
      found->entries.push_back(index);
    } else {
      groups.push_back({entry.entry->source, entry.topic, {index}});
    }
  }
  if (order == PaperOrder::kDigest) return groups;
  const auto score_of = [&](EntryIndex index) {
    return archive.entries[index].entry->score;
  };
  for (EntryGroup& group : groups) {
    std::stable_sort(
        group.entries.begin(), group.entries.end(),
        [&](EntryIndex a, EntryIndex b) { return score_of(a) > score_of(b); });
  }
  std::stable_sort(groups.begin(), groups.end(),
                   [&](const EntryGroup& a, const EntryGroup& b) {
                     return score_of(a.entries[0]) > score_of(b.entries[0]);
                   });
  return groups;
}

liquid::Value DayDrop::Find(const liquid::Key& key,
                            liquid::Arena& arena) const {
  const Day& day = site_.archive->days[day_];
  const size_t last = site_.archive->days.size() - 1;
  switch (kFields.IndexOf(key)) {
    case kDate:
    case kTitle:
      return NewText(FormatDate(day.date), arena);
    case kUrl:
      return AddressValue(site_, site_.day_pages[day_], arena);
    case kWeekday:
      return Weekday(day.date);
    case kPapers:
      return int64_t{day.papers};
    case kEntries:
      return day.entries.size();
    case kSources:
      return Sources(arena);
    case kTopics:
      return Topics(arena);
    case kDigests:
      return Digests(arena);
    case kGroups:
      return Groups(arena);
    case kBest:
      return Best();
    case kPrevious:
      return DayLink(site_, day_ > 0 ? day_ - 1 : kNoIndex, arena);
    case kNext:
      return DayLink(site_, day_ < last ? day_ + 1 : kNoIndex, arena);
    default:
      return {};
  }
}

std::span<const std::string_view> DayDrop::Keys() const {
  return kFields.names();
}

liquid::Value DayDrop::Sources(liquid::Arena& arena) const {
  const auto counts = CountPapers<std::string_view>(
      *site_.archive, site_.archive->days[day_],
      [](const ArchiveEntry& entry) { return entry.entry->source; });
  static constexpr std::string_view kNames[] = {"name", "papers"};
  return NewArray(counts, arena, [&](const auto& item) {
    return NewObject(kNames, {TextOrNil(item.first), item.second}, arena);
  });
}

liquid::Value DayDrop::Topics(liquid::Arena& arena) const {
  auto counts = CountPapers<TopicIndex>(
      *site_.archive, site_.archive->days[day_],
      [](const ArchiveEntry& entry) { return entry.topic; });
  std::erase_if(counts,
                [](const auto& item) { return item.first == kNoIndex; });
  return NewArray(counts, arena, [&](const auto& item) {
    return liquid::Value(arena.New<TopicDrop>(site_, item.first, item.second));
  });
}

liquid::Value DayDrop::Digests(liquid::Arena& arena) const {
  static constexpr std::string_view kNames[] = {"name", "dialect", "provider",
                                                "source", "meta"};
  return NewArray(
      site_.archive->days[day_].digests, arena, [&](const Digest* digest) {
        return NewObject(
            kNames,
            {std::string_view(digest->source_file.name()),
             DialectName(digest->dialect), ProviderValue(site_, *digest, arena),
             TextOrNil(digest->source), MetaValue(*digest, arena)},
            arena);
      });
}

liquid::Value DayDrop::Groups(liquid::Arena& arena) const {
  const Archive& archive = *site_.archive;
  const std::vector<EntryGroup> groups =
      GroupEntries(archive, archive.days[day_], site_.config->order);
  std::unordered_map<PaperIndex, size_t> seen;
  const auto entry_value = [&](EntryIndex entry) {
    const PaperIndex paper = archive.entries[entry].paper;
    return liquid::Value(arena.New<EntryDrop>(
        site_, entry,
        AnchorOf(archive.papers[paper].id, ++seen[paper], arena)));
  };
  static constexpr std::string_view kNames[] = {"source", "topic", "entries"};
  return NewArray(groups, arena, [&](const EntryGroup& group) {
    return NewObject(
        kNames,
        {TextOrNil(group.source), TopicValue(site_, group.topic, arena),
         NewArray(group.entries, arena, entry_value)},
        arena);
  });
}

liquid::Value DayDrop::Best() const {
  const Archive& archive = *site_.archive;
  std::optional<double> best;
  for (const EntryIndex index : archive.days[day_].entries) {
    best = std::max(best, archive.entries[index].entry->score);
  }
  return best ? liquid::Value(*best) : liquid::Value();
}

}  // namespace offprint
