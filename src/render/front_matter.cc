#include "render/front_matter.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "citations/citation.h"
#include "citations/json_ld.h"
#include "markdown/plain_title.h"
#include "pages/excerpt.h"
#include "pages/paginator.h"
#include "render/topic_drop.h"

namespace offprint {
namespace {

// Of a description on a lean site, in code points: no more of Chinese do search
// engines show.
constexpr size_t kLeanLength = 80;

data::Value TextOrNull(std::string_view text) {
  return text.empty() ? data::Value() : data::Value(text);
}

class FrontMatter {
 public:
  FrontMatter(const Site& site, const Page& page, const PageTitles& titles)
      : site_(site),
        archive_(*site.archive),
        config_(*site.config),
        page_(page),
        titles_(titles) {}

  data::Object Run() {
    const std::string kind(PageKindName(page_.kind));
    Set("layout", kind);
    Set("title", Title());
    Set("description", Description());
    Set("permalink", page_.permalink.value);
    Set("kind", kind);
    switch (page_.kind) {
      case PageKind::kDay:
        AddDay(archive_.days[page_.index]);
        break;
      case PageKind::kTopic:
        AddList();
        Set("feed", TopicFeedAddress(site_, page_.index));
        break;
      case PageKind::kPaper:
        AddPaper(archive_.papers[page_.index]);
        break;
      case PageKind::kAuthor:
        AddList();
        break;
      case PageKind::kHome:
      case PageKind::kTopics:
      case PageKind::kArchive:
      case PageKind::kSearch:
      case PageKind::kError:
        break;
    }
    return std::move(values_);
  }

 private:
  void Set(std::string key, data::Value value) {
    values_.Append(std::move(key), std::move(value));
  }

  std::string Title() const {
    switch (page_.kind) {
      case PageKind::kHome:
        return config_.title;
      case PageKind::kDay:
        return FormatDate(archive_.days[page_.index].date);
      case PageKind::kTopics:
        return titles_.topics;
      case PageKind::kTopic:
        return std::string(archive_.topics[page_.index].name);
      case PageKind::kPaper:
        return PlainTitle(archive_.papers[page_.index].title);
      case PageKind::kAuthor:
        return std::string(archive_.authors[page_.index].name);
      case PageKind::kArchive:
        return titles_.archive;
      case PageKind::kSearch:
        return titles_.search;
      case PageKind::kError:
        return titles_.error;
    }
    return {};
  }

  std::string Description() const {
    std::string text;
    if (page_.kind == PageKind::kDay) {
      text = JoinTopics(archive_.days[page_.index]);
    }
    if (page_.kind == PageKind::kPaper) {
      text = Excerpt(archive_, archive_.papers[page_.index]);
    }
    const size_t most = config_.lean ? kLeanLength : kExcerptLength;
    return text.empty() ? config_.description : CutText(text, most);
  }

  std::vector<TopicIndex> TopicsOf(const Day& day) const {
    std::vector<TopicIndex> topics;
    for (const EntryIndex index : day.entries) {
      const TopicIndex topic = archive_.entries[index].topic;
      if (topic != kNoIndex &&
          std::find(topics.begin(), topics.end(), topic) == topics.end()) {
        topics.push_back(topic);
      }
    }
    return topics;
  }

  data::Array TopicNames(const std::vector<TopicIndex>& topics) const {
    data::Array names;
    for (const TopicIndex topic : topics) {
      names.emplace_back(archive_.topics[topic].name);
    }
    return names;
  }

  std::string JoinTopics(const Day& day) const {
    std::string text = FormatDate(day.date);
    const char* separator = ": ";
    for (const TopicIndex topic : TopicsOf(day)) {
      text += separator;
      text += archive_.topics[topic].name;
      separator = ", ";
    }
    return text;
  }

  // {url, title} of another page, or null.
  data::Value Neighbour(PageIndex page, const std::string& title) const {
    return data::Object{{"url", EncodePermalink(site_.Address(page)), {}},
                        {"title", title, {}}};
  }

  void AddDay(const Day& day) {
    Set("date", FormatDate(day.date));
    Set("count", int64_t{day.papers});
    Set("topics", TopicNames(TopicsOf(day)));
    const size_t index = page_.index;
    const auto neighbour = [&](size_t other) {
      return Neighbour(site_.day_pages[other],
                       FormatDate(archive_.days[other].date));
    };
    Set("previous", index > 0 ? neighbour(index - 1) : data::Value());
    Set("next", index + 1 < archive_.days.size() ? neighbour(index + 1)
                                                 : data::Value());
  }

  // Only the newest page tells how long the list is: older ones stay as they
  // are while it grows.
  void AddList() {
    const size_t items = ListOf(site_, page_).size();
    const bool is_newest = IsNewestOfList(site_, page_);
    const auto if_newest = [&](size_t number) {
      return is_newest ? data::Value(number) : data::Value();
    };
    Set("count", if_newest(items));
    Set("page_number",
        is_newest ? data::Value() : data::Value(size_t{page_.number}));
    Set("total_pages", if_newest(PageCount(items, PerPage(config_))));
    const auto neighbour = [&](PageIndex other) -> data::Value {
      if (other == kNoIndex) return {};
      return Neighbour(other, std::to_string(site_.pages[other].number));
    };
    Set("previous", neighbour(NewerOfList(site_, page_)));
    Set("next", neighbour(OlderOfList(site_, page_)));
  }

  void AddPaper(const Paper& paper) {
    if (!paper.days.empty()) {
      Set("date", FormatDate(archive_.days[paper.days.back()].date));
    }
    Set("topics", TopicNames(paper.topics));
    const Citation citation = CitationOf(archive_, paper);
    data::Array authors(citation.authors.begin(), citation.authors.end());
    Set("citation",
        data::Object{{"title", citation.title, {}},
                     {"authors", std::move(authors), {}},
                     {"date", TextOrNull(SlashedDate(citation)), {}},
                     {"doi", TextOrNull(citation.doi), {}},
                     {"arxiv_id", TextOrNull(citation.arxiv_id), {}},
                     {"journal", TextOrNull(citation.journal), {}},
                     {"abs", TextOrNull(citation.abs), {}},
                     {"pdf", TextOrNull(citation.pdf), {}},
                     {"html", TextOrNull(citation.html), {}}});
    if (config_.lean) return;
    const std::string url =
        config_.url + config_.baseurl + EncodePermalink(page_.permalink.value);
    Set("json_ld", FormatJsonLd(citation, url, config_.lang));
  }

  const Site& site_;
  const Archive& archive_;
  const SiteConfig& config_;
  const Page& page_;
  const PageTitles& titles_;
  data::Object values_;
};

}  // namespace

data::Object MakeFrontMatter(const Site& site, const Page& page,
                             const PageTitles& titles) {
  return FrontMatter(site, page, titles).Run();
}

}  // namespace offprint
