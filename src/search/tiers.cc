#include "search/tiers.h"

#include <algorithm>
#include <bit>
#include <tuple>
#include <utility>

namespace offprint::search {
namespace {

constexpr size_t kLeastStep = 1024;
constexpr size_t kNewestShare = 16;

// Positions of days from 1, so that papers without a day come before all.
uint32_t DayPosition(DayIndex day) { return day == kNoIndex ? 0 : day + 1; }

// How many papers had been seen at the end of each day, by DayPosition.
std::vector<size_t> PapersSeen(const Archive& archive) {
  std::vector<size_t> seen(archive.days.size() + 1);
  for (const Paper& paper : archive.papers) {
    uint32_t first = UINT32_MAX;
    for (const EntryIndex entry : paper.entries) {
      first = std::min(first, DayPosition(archive.entries[entry].day));
    }
    ++seen[first];
  }
  for (size_t i = 1; i < seen.size(); ++i) seen[i] += seen[i - 1];
  return seen;
}

// The last day on which the number of papers reached a multiple of the step;
// nothing for a small archive.
std::optional<uint32_t> LastStep(const Archive& archive) {
  const size_t papers = archive.papers.size();
  if (papers < 2 * kLeastStep) return std::nullopt;
  const size_t step =
      std::max(kLeastStep, std::bit_floor(papers / kNewestShare));
  const std::vector<size_t> seen = PapersSeen(archive);
  for (size_t day = seen.size() - 1; day > 0; --day) {
    if (seen[day] / step > seen[day - 1] / step) {
      return static_cast<uint32_t>(day);
    }
  }
  return 0;
}

bool Counts(const ArchiveEntry& entry, const Tier& tier) {
  return tier.until == kNoIndex ||
         DayPosition(entry.day) <= DayPosition(tier.until);
}

Member MemberOf(const Archive& archive, PaperIndex index, const Tier& tier) {
  Member member;
  member.paper = index;
  for (const EntryIndex i : archive.papers[index].entries) {
    const ArchiveEntry& entry = archive.entries[i];
    if (!Counts(entry, tier)) continue;
    if (DayPosition(entry.day) > DayPosition(member.last_day)) {
      member.last_day = entry.day;
    }
    if (entry.entry->score) {
      member.score = std::max(member.score, entry.entry->score);
    }
  }
  return member;
}

// The day last seen, newest first; the score, best first, none last; the id.
void SortMembers(const Archive& archive, std::vector<Member>* members) {
  const auto key = [&](const Member& member) {
    return std::tuple(UINT32_MAX - DayPosition(member.last_day),
                      member.score ? -*member.score : 1.0,
                      std::string_view(archive.papers[member.paper].id.value));
  };
  std::sort(members->begin(), members->end(),
            [&](const Member& a, const Member& b) { return key(a) < key(b); });
}

}  // namespace

std::vector<Tier> PlanTiers(const Archive& archive) {
  Tier newer;
  Tier older;
  const std::optional<uint32_t> step = LastStep(archive);
  // Day position 0 is the time before all days: "until" cannot say that, and
  // an archive without days is one tier.
  if (step && *step > 0) older.until = *step - 1;
  const bool two = older.until != kNoIndex;
  for (PaperIndex i = 0; i < archive.papers.size(); ++i) {
    bool is_new = !two;
    bool is_old = false;
    for (const EntryIndex entry : archive.papers[i].entries) {
      (Counts(archive.entries[entry], older) && two ? is_old : is_new) = true;
    }
    if (is_new) newer.members.push_back(MemberOf(archive, i, newer));
    if (is_old) older.members.push_back(MemberOf(archive, i, older));
  }
  std::vector<Tier> tiers;
  SortMembers(archive, &newer.members);
  SortMembers(archive, &older.members);
  std::vector<bool> is_new(archive.papers.size());
  for (const Member& member : newer.members) is_new[member.paper] = true;
  for (uint32_t number = 0; number < older.members.size(); ++number) {
    if (is_new[older.members[number].paper]) newer.replaces.push_back(number);
  }
  for (Tier* tier : {&newer, &older}) {
    if (!tier->members.empty()) tiers.push_back(std::move(*tier));
  }
  return tiers;
}

std::vector<EntryIndex> EntriesOf(const Archive& archive, const Paper& paper,
                                  const Tier& tier) {
  std::vector<EntryIndex> entries;
  for (const EntryIndex entry : paper.entries) {
    if (Counts(archive.entries[entry], tier)) entries.push_back(entry);
  }
  return entries;
}

}  // namespace offprint::search
