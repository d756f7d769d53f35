#include "build/paper_filter.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "search/query.h"
#include "search/saved_search.h"

namespace offprint {
namespace {

// Which of the papers are wanted, one byte a paper.
using Wanted = std::vector<char>;

void KeepIf(const auto& holds, Wanted* wanted) {
  for (size_t i = 0; i < wanted->size(); ++i) {
    if ((*wanted)[i] != 0 && !holds(i)) (*wanted)[i] = 0;
  }
}

void KeepListed(const std::vector<PaperIndex>& papers, Wanted* wanted) {
  Wanted listed(wanted->size());
  for (const PaperIndex paper : papers) listed[paper] = 1;
  KeepIf([&](size_t i) { return listed[i] != 0; }, wanted);
}

// The topic or author of a name or slug: capitals count only where there is one
// with just those.
template <typename Item>
const Item* FindNamed(const std::vector<Item>& items, std::string_view name) {
  for (const Item& item : items) {
    if (item.name == name) return &item;
  }
  for (const Item& item : items) {
    if (EqualsIgnoreCase(item.name, name) || item.slug.value == name) {
      return &item;
    }
  }
  return nullptr;
}

template <typename Item>
std::string NoneNamed(std::string_view kind, std::string_view name,
                      const std::vector<Item>& items) {
  std::vector<std::string_view> names;
  names.reserve(items.size());
  for (const Item& item : items) names.push_back(item.name);
  const std::string problem =
      "there is no " + std::string(kind) + " \"" + std::string(name) + "\"";
  const auto near = NearMiss(name, names);
  if (!near) return problem + "; names are those of the site's pages";
  return problem + "; did you mean \"" + std::string(*near) + "\"?";
}

// Keeps papers of any of the named items; says which one there is not.
template <typename Item>
std::string KeepNamed(std::string_view kind,
                      const std::vector<std::string>& names,
                      const std::vector<Item>& items, Wanted* wanted) {
  if (names.empty()) return {};
  std::vector<PaperIndex> papers;
  for (const std::string& name : names) {
    const Item* item = FindNamed(items, name);
    if (item == nullptr) return NoneNamed(kind, name, items);
    papers.insert(papers.end(), item->papers.begin(), item->papers.end());
  }
  KeepListed(papers, wanted);
  return {};
}

std::vector<std::string> WithoutAliases(std::vector<std::string> topics,
                                        const SiteConfig& config) {
  for (std::string& topic : topics) {
    const auto alias = config.topic_aliases.find(topic);
    if (alias != config.topic_aliases.end()) topic = alias->second;
  }
  return topics;
}

void KeepDaysOf(const Archive& archive, const PaperFilter& filter,
                Wanted* wanted) {
  if (!filter.from && !filter.to) return;
  const auto is_within = [&](DayIndex day) {
    const Date date = archive.days[day].date;
    return (!filter.from || date >= *filter.from) &&
           (!filter.to || date <= *filter.to);
  };
  KeepIf(
      [&](size_t i) {
        return std::ranges::any_of(archive.papers[i].days, is_within);
      },
      wanted);
}

std::string KeepFound(const Site& site, const std::string& query, size_t jobs,
                      Wanted* wanted) {
  if (query.empty()) return {};
  std::string problem = search::SavedQueryProblem(query);
  if (!problem.empty()) return "\"" + query + "\" " + problem;
  const auto found = search::FindNewest(site, {query}, wanted->size(), jobs);
  KeepListed(found.front(), wanted);
  return {};
}

}  // namespace

ChosenPapers ChoosePapers(const Site& site, const PaperFilter& filter,
                          size_t jobs) {
  const Archive& archive = *site.archive;
  Wanted wanted(archive.papers.size(), 1);
  ChosenPapers chosen;
  const auto topics = WithoutAliases(filter.topics, *site.config);
  chosen.problem = KeepNamed("topic", topics, archive.topics, &wanted);
  if (chosen.problem.empty()) {
    chosen.problem =
        KeepNamed("author", filter.authors, archive.authors, &wanted);
  }
  if (chosen.problem.empty()) {
    chosen.problem = KeepFound(site, filter.query, jobs, &wanted);
  }
  if (!chosen.problem.empty()) return chosen;
  KeepDaysOf(archive, filter, &wanted);
  if (filter.min_score) {
    KeepIf(
        [&](size_t i) {
          const auto& score = archive.papers[i].score;
          return score && *score >= *filter.min_score;
        },
        &wanted);
  }
  for (size_t i = 0; i < wanted.size(); ++i) {
    if (wanted[i] != 0) chosen.papers.push_back(static_cast<PaperIndex>(i));
  }
  return chosen;
}

}  // namespace offprint
