// The plan of a site: which pages there are and where they stand.
#ifndef OFFPRINT_PAGES_SITE_H_
#define OFFPRINT_PAGES_SITE_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostics.h"
#include "config/site_config.h"
#include "model/archive.h"
#include "pages/permalink.h"

namespace offprint {

enum class PageKind {
  kHome,
  kDay,
  kTopics,
  kTopic,
  kPaper,
  kAuthor,
  kArchive,
  kSearch,
  kError,
};

inline constexpr size_t kPageKinds = 9;

// "home", "day", …: the names of layouts and bodies.
std::string_view PageKindName(PageKind kind);

struct Page {
  PageKind kind = PageKind::kHome;
  // Which day, topic, paper or author of the archive; else 0.
  uint32_t index = 0;
  // Which page of a topic's or author's list, from 1, the oldest; the newest
  // has the list's own address (see pages/paginator.h).
  uint32_t number = 1;
  Permalink permalink;
};

// Positions of pages in Site::pages.
using PageIndex = uint32_t;

// Everything a renderer needs to know of the whole site. The archive and the
// settings outlive it.
struct Site {
  const Archive* archive = nullptr;
  const SiteConfig* config = nullptr;
  std::vector<Page> pages;
  // The (newest) page of each; kNoIndex where there is none.
  std::vector<PageIndex> day_pages;
  std::vector<PageIndex> topic_pages;
  std::vector<PageIndex> paper_pages;
  std::vector<PageIndex> author_pages;
  PageIndex topics_page = kNoIndex;
  PageIndex archive_page = kNoIndex;
  PageIndex search_page = kNoIndex;

  // The address of a page, or an empty text for kNoIndex.
  std::string_view Address(PageIndex page) const {
    if (page == kNoIndex) return {};
    return pages[page].permalink.value;
  }
};

// How many papers stand on one page of a list.
inline size_t PerPage(const SiteConfig& config) {
  return static_cast<size_t>(config.paginate);
}

// Of a page of a topic or an author, out of Site::pages: the papers of the
// whole list, and those that the page shows, newest first.
const std::vector<PaperIndex>& ListOf(const Site& site, const Page& page);
std::span<const PaperIndex> PapersOf(const Site& site, const Page& page);

// Whether the page is the one at the list's own address.
bool IsNewestOfList(const Site& site, const Page& page);

// The page of the same list with the next higher number, or lower: kNoIndex
// where there is none.
PageIndex NewerOfList(const Site& site, const Page& page);
PageIndex OlderOfList(const Site& site, const Page& page);

// Lists the pages of the archive. Two pages that would be the same file are an
// error that names both.
Site PlanSite(const Archive& archive, const SiteConfig& config,
              Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_PAGES_SITE_H_
