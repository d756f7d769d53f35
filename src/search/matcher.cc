#include "search/matcher.h"

#include <algorithm>
#include <string_view>
#include <utility>

#include "base/date.h"
#include "search/normal_form.h"
#include "search/score_key.h"
#include "search/term_match.h"

namespace offprint::search {
namespace {

bool IsTerm(ItemKind kind) {
  return kind == ItemKind::kTerm || kind == ItemKind::kTitle ||
         kind == ItemKind::kAuthor;
}

bool IsIn(const std::string& term, const std::vector<std::string>& texts) {
  return std::ranges::any_of(
      texts, [&](const std::string& text) { return TermMatches(term, text); });
}

bool Stands(const QueryItem& term, const NormalTexts& texts) {
  if (term.kind == ItemKind::kTitle) return IsIn(term.text, texts.titles);
  if (term.kind == ItemKind::kAuthor) return IsIn(term.text, texts.authors);
  return IsIn(term.text, texts.titles) || IsIn(term.text, texts.authors) ||
         IsIn(term.text, texts.texts);
}

// The topics of that name; where there is none, all that the text matches.
std::vector<bool> TopicsOf(const Archive& archive, const std::string& text) {
  std::vector<bool> own(archive.topics.size());
  std::vector<bool> near(archive.topics.size());
  bool has_own = false;
  for (size_t i = 0; i < archive.topics.size(); ++i) {
    const std::string name = NormalForm(archive.topics[i].name);
    own[i] = name == text;
    near[i] = TermMatches(text, name);
    has_own = has_own || own[i];
  }
  return has_own ? own : near;
}

bool HasSource(const Archive& archive, const Paper& paper,
               const std::string& source) {
  return std::ranges::any_of(paper.entries, [&](EntryIndex entry) {
    const std::string_view own = archive.entries[entry].entry->source;
    return !own.empty() && NormalForm(own) == source;
  });
}

bool HasCode(const Archive& archive, const Paper& paper) {
  return std::ranges::any_of(paper.entries, [&](EntryIndex entry) {
    return !archive.entries[entry].entry->links.code.empty();
  });
}

bool HasScore(const Paper& paper, const QueryItem& item) {
  if (!paper.score) return false;
  const int score = ScoreHundredths(*paper.score);
  return (!item.least || score >= ScoreHundredths(*item.least)) &&
         (!item.most || score <= ScoreHundredths(*item.most));
}

bool WasSeen(const Paper& paper, DayIndex first, DayIndex end) {
  const auto day = std::ranges::lower_bound(paper.days, first);
  return day != paper.days.end() && *day < end;
}

template <typename Texts>
std::vector<std::string> NormalForms(const Texts& texts) {
  std::vector<std::string> forms;
  forms.reserve(texts.size());
  for (const std::string_view text : texts) forms.push_back(NormalForm(text));
  return forms;
}

}  // namespace

NormalTexts NormalTextsOf(const Record& record) {
  NormalTexts texts = {NormalForms(record.other_titles),
                       NormalForms(record.authors), NormalForms(record.texts)};
  texts.titles.push_back(NormalForm(record.title));
  return texts;
}

Matcher::Matcher(Query query, const Archive& archive) : archive_(archive) {
  if (!query.direct.empty()) {
    QueryItem id;
    id.kind = ItemKind::kId;
    id.text = NormalForm(query.direct);
    const bool is_there =
        std::ranges::any_of(archive.papers, [&](const Paper& paper) {
          return NormalForm(paper.id.value) == id.text;
        });
    if (is_there) query.items = {std::move(id)};
  }
  for (QueryItem& item : query.items) {
    if (IsTerm(item.kind)) {
      terms_.push_back(std::move(item));
    } else {
      filters_.push_back(MakeFilter(std::move(item)));
    }
  }
}

bool Matcher::PassesFilters(PaperIndex paper) const {
  return std::ranges::all_of(filters_, [&](const Filter& filter) {
    return Holds(filter, archive_.papers[paper]) != filter.item.exclude;
  });
}

bool Matcher::PassesTerms(const NormalTexts& texts) const {
  return std::ranges::all_of(terms_, [&](const QueryItem& term) {
    return Stands(term, texts) != term.exclude;
  });
}

Matcher::Filter Matcher::MakeFilter(QueryItem item) const {
  Filter filter;
  if (item.kind == ItemKind::kTopic) {
    filter.topics = TopicsOf(archive_, item.text);
  }
  if (item.kind == ItemKind::kDate) {
    const auto days_before = [&](auto is_before) {
      const auto end = std::ranges::partition_point(
          archive_.days,
          [&](const Day& day) { return is_before(FormatDate(day.date)); });
      return static_cast<DayIndex>(end - archive_.days.begin());
    };
    filter.first = days_before(
        [&](const std::string& day) { return day < item.first_day; });
    filter.end = days_before([&](const std::string& day) {
      return item.last_day.empty() || day <= item.last_day;
    });
  }
  filter.item = std::move(item);
  return filter;
}

bool Matcher::Holds(const Filter& filter, const Paper& paper) const {
  switch (filter.item.kind) {
    case ItemKind::kTopic:
      return std::ranges::any_of(
          paper.topics, [&](TopicIndex topic) { return filter.topics[topic]; });
    case ItemKind::kSource:
      return HasSource(archive_, paper, filter.item.text);
    case ItemKind::kId:
      return NormalForm(paper.id.value) == filter.item.text;
    case ItemKind::kDate:
      return WasSeen(paper, filter.first, filter.end);
    case ItemKind::kScore:
      return HasScore(paper, filter.item);
    case ItemKind::kCode:
      return HasCode(archive_, paper);
    case ItemKind::kTerm:
    case ItemKind::kTitle:
    case ItemKind::kAuthor:
      break;
  }
  return true;
}

}  // namespace offprint::search
