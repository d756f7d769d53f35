#include "pages/site.h"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_set>
#include <utility>

#include "base/text.h"
#include "pages/paginator.h"

namespace offprint {
namespace {

// What an error message calls a page.
std::string Describe(const Page& page, const Archive& archive) {
  const std::string kind(PageKindName(page.kind));
  switch (page.kind) {
    case PageKind::kDay:
      return "day " + FormatDate(archive.days[page.index].date);
    case PageKind::kTopic:
      return "topic \"" + std::string(archive.topics[page.index].name) + "\"";
    case PageKind::kPaper:
      return "paper " + archive.papers[page.index].id.value;
    case PageKind::kAuthor:
      return "author \"" + std::string(archive.authors[page.index].name) + "\"";
    case PageKind::kHome:
    case PageKind::kTopics:
    case PageKind::kArchive:
    case PageKind::kSearch:
    case PageKind::kError:
      break;
  }
  return "the page \"" + kind + "\"";
}

class Planner {
 public:
  Planner(const Archive& archive, const SiteConfig& config) {
    site_.archive = &archive;
    site_.config = &config;
  }

  Site Run(Diagnostics& diagnostics) {
    const Archive& archive = *site_.archive;
    const Permalinks& patterns = site_.config->permalinks;
    MakeRoom();
    Add(PageKind::kHome, 0, {"/"});
    for (uint32_t i = 0; i < archive.days.size(); ++i) {
      site_.day_pages.push_back(Add(
          PageKind::kDay, i, DayPermalink(patterns.day, archive.days[i].date)));
    }
    site_.topics_page = Add(PageKind::kTopics, 0, {patterns.topics});
    for (uint32_t i = 0; i < archive.topics.size(); ++i) {
      const Topic& topic = archive.topics[i];
      site_.topic_pages.push_back(AddList(
          PageKind::kTopic, i, topic.papers.size(),
          ExpandPermalink(patterns.topic, {{"slug", topic.slug.value}})));
    }
    for (uint32_t i = 0; i < archive.papers.size(); ++i) {
      site_.paper_pages.push_back(
          Add(PageKind::kPaper, i,
              PaperPermalink(patterns.paper, archive.papers[i].id)));
    }
    AddAuthors();
    site_.archive_page = Add(PageKind::kArchive, 0, {patterns.archive});
    if (site_.config->search_engine != SearchEngine::kNone) {
      site_.search_page = Add(PageKind::kSearch, 0, {patterns.search});
    }
    Add(PageKind::kError, 0, {"/404.html"});
    ReportClashes(diagnostics);
    return std::move(site_);
  }

 private:
  // For all pages that there will be: the list is long, and would take twice
  // its room while it grows.
  void MakeRoom() {
    const Archive& archive = *site_.archive;
    size_t pages = kPageKinds + archive.days.size() + archive.papers.size();
    const auto add_list = [&](const std::vector<PaperIndex>& papers) {
      pages += PageCount(papers.size(), PerPage(*site_.config));
    };
    for (const Topic& topic : archive.topics) add_list(topic.papers);
    for (const Author& author : archive.authors) {
      if (HasPages(author)) add_list(author.papers);
    }
    site_.pages.reserve(pages);
    site_.day_pages.reserve(archive.days.size());
    site_.topic_pages.reserve(archive.topics.size());
    site_.paper_pages.reserve(archive.papers.size());
    site_.author_pages.reserve(archive.authors.size());
  }

  bool HasPages(const Author& author) const {
    return site_.config->author_pages &&
           author.papers.size() >=
               static_cast<size_t>(site_.config->author_min_papers);
  }

  PageIndex Add(PageKind kind, uint32_t index, Permalink permalink) {
    site_.pages.push_back({kind, index, 1, std::move(permalink)});
    return static_cast<PageIndex>(site_.pages.size() - 1);
  }

  PageIndex AddList(PageKind kind, uint32_t index, size_t items,
                    const Permalink& permalink) {
    const size_t pages = PageCount(items, PerPage(*site_.config));
    const PageIndex newest = Add(kind, index, permalink);
    site_.pages[newest].number = static_cast<uint32_t>(pages);
    for (size_t number = pages - 1; number > 0; --number) {
      const PageIndex page = Add(kind, index, ListPermalink(permalink, number));
      site_.pages[page].number = static_cast<uint32_t>(number);
    }
    return newest;
  }

  void AddAuthors() {
    const Archive& archive = *site_.archive;
    for (uint32_t i = 0; i < archive.authors.size(); ++i) {
      const Author& author = archive.authors[i];
      site_.author_pages.push_back(
          HasPages(author)
              ? AddList(PageKind::kAuthor, i, author.papers.size(),
                        ExpandPermalink(site_.config->permalinks.author,
                                        {{"slug", author.slug.value}}))
              : kNoIndex);
    }
  }

  // Sorted hashes of the paths, not the paths: a large archive has a million.
  using Hashes = std::vector<std::pair<uint64_t, PageIndex>>;

  void ReportClashes(Diagnostics& diagnostics) const {
    Hashes hashes;
    hashes.reserve(site_.pages.size());
    std::vector<PageIndex> below_files;
    for (PageIndex i = 0; i < site_.pages.size(); ++i) {
      const std::string path = OutputPath(site_.pages[i].permalink);
      hashes.emplace_back(StableHash(path), i);
      if (MayBeBelowFile(path)) below_files.push_back(i);
    }
    std::sort(hashes.begin(), hashes.end());
    for (size_t i = 1; i < hashes.size(); ++i) {
      if (hashes[i].first != hashes[i - 1].first) continue;
      const Page& b = site_.pages[hashes[i].second];
      ReportClash(hashes[i - 1].second, hashes[i].second,
                  "would both be " + OutputPath(b.permalink), diagnostics);
    }
    for (const PageIndex page : below_files) {
      ReportFileAbove(page, hashes, diagnostics);
    }
  }

  // Whether a folder of the path has a name that a page's file might have.
  static bool MayBeBelowFile(std::string_view path) {
    return path.find(".html/") != path.npos ||
           path.find(".xml/") != path.npos ||
           path.find(".json/") != path.npos || path.find(".txt/") != path.npos;
  }

  void ReportFileAbove(PageIndex page, const Hashes& hashes,
                       Diagnostics& diagnostics) const {
    const std::string path = OutputPath(site_.pages[page].permalink);
    for (size_t end = path.find('/'); end != std::string::npos;
         end = path.find('/', end + 1)) {
      const std::string folder = path.substr(0, end);
      const auto file = std::ranges::lower_bound(hashes, StableHash(folder), {},
                                                 &Hashes::value_type::first);
      if (file == hashes.end() ||
          OutputPath(site_.pages[file->second].permalink) != folder) {
        continue;
      }
      ReportClash(page, file->second,
                  "need " + folder + " as a folder and as a file", diagnostics);
    }
  }

  void ReportClash(PageIndex a, PageIndex b, const std::string& how,
                   Diagnostics& diagnostics) const {
    diagnostics.Error({}, Describe(site_.pages[a], *site_.archive) + " and " +
                              Describe(site_.pages[b], *site_.archive) + " " +
                              how +
                              "; change one of their permalinks in site.yml");
  }

  Site site_;
};

PageIndex IndexOf(const Site& site, const Page& page) {
  return static_cast<PageIndex>(&page - site.pages.data());
}

PageIndex NewestOfList(const Site& site, const Page& page) {
  return page.kind == PageKind::kTopic ? site.topic_pages[page.index]
                                       : site.author_pages[page.index];
}

}  // namespace

std::string_view PageKindName(PageKind kind) {
  static constexpr std::array<std::string_view, kPageKinds> kNames = {
      "home",   "day",     "topics", "topic", "paper",
      "author", "archive", "search", "error"};
  return kNames[static_cast<size_t>(kind)];
}

const std::vector<PaperIndex>& ListOf(const Site& site, const Page& page) {
  return page.kind == PageKind::kTopic
             ? site.archive->topics[page.index].papers
             : site.archive->authors[page.index].papers;
}

std::span<const PaperIndex> PapersOf(const Site& site, const Page& page) {
  const std::vector<PaperIndex>& list = ListOf(site, page);
  const PageRange range =
      ItemsOfPage(list.size(), PerPage(*site.config), page.number);
  return std::span(list).subspan(range.begin, range.end - range.begin);
}

bool IsNewestOfList(const Site& site, const Page& page) {
  return NewestOfList(site, page) == IndexOf(site, page);
}

PageIndex NewerOfList(const Site& site, const Page& page) {
  return IsNewestOfList(site, page) ? kNoIndex : IndexOf(site, page) - 1;
}

PageIndex OlderOfList(const Site& site, const Page& page) {
  return page.number > 1 ? IndexOf(site, page) + 1 : kNoIndex;
}

Site PlanSite(const Archive& archive, const SiteConfig& config,
              Diagnostics& diagnostics) {
  return Planner(archive, config).Run(diagnostics);
}

}  // namespace offprint
