#include "render/page_globals.h"

#include "render/day_drop.h"
#include "render/list_values.h"
#include "render/paginator_drop.h"
#include "render/paper_drop.h"
#include "render/topic_drop.h"

namespace offprint {
namespace {

liquid::Value LatestDay(const Site& site, liquid::Arena& arena) {
  if (site.archive->days.empty()) return {};
  const auto last = static_cast<DayIndex>(site.archive->days.size() - 1);
  return arena.New<DayDrop>(site, last);
}

// Only the newest page of a list is made anew whenever the list grows.
liquid::Value TopicOfPage(const Site& site, const Page& page,
                          liquid::Arena& arena) {
  if (!IsNewestOfList(site, page)) {
    return arena.New<TopicDrop>(site, page.index);
  }
  return arena.New<TopicDrop>(site, page.index, ListOf(site, page).size());
}

liquid::Value AuthorOfPage(const Site& site, const Page& page,
                           liquid::Arena& arena) {
  const PageParts counts = IsNewestOfList(site, page) ? kAuthorCounts : 0;
  return arena.New<AuthorDrop>(site, page.index, kAuthorPages | counts);
}

}  // namespace

void SetPageGlobals(const SharedValues& shared, const Page& page,
                    const data::Object& front_matter, liquid::Arena& arena,
                    liquid::Hash* globals) {
  const Site& site = *shared.site;
  globals->Set("site", shared.site_values);
  globals->Set("page", &front_matter);
  if (shared.theme != nullptr) globals->Set("theme", shared.theme);
  globals->Set("archive", arena.New<ArchiveDrop>(site));
  switch (page.kind) {
    case PageKind::kHome:
      globals->Set("latest", LatestDay(site, arena));
      globals->Set("topics", TopicsValue(site, arena));
      globals->Set("calendar", CalendarValue(site, shared.calendar, arena));
      break;
    case PageKind::kDay:
      globals->Set("day", arena.New<DayDrop>(site, page.index));
      break;
    case PageKind::kTopics:
    case PageKind::kSearch:
      globals->Set("topics", TopicsValue(site, arena));
      break;
    case PageKind::kTopic:
      globals->Set("topic", TopicOfPage(site, page, arena));
      globals->Set("paginator", arena.New<PaginatorDrop>(site, page));
      break;
    case PageKind::kPaper:
      globals->Set("paper", arena.New<PaperDrop>(site, page.index, true));
      break;
    case PageKind::kAuthor:
      globals->Set("author", AuthorOfPage(site, page, arena));
      globals->Set("paginator", arena.New<PaginatorDrop>(site, page));
      break;
    case PageKind::kArchive:
      globals->Set("years", YearsValue(site, shared.calendar, arena));
      globals->Set("calendar", CalendarValue(site, shared.calendar, arena));
      break;
    case PageKind::kError:
      break;
  }
}

}  // namespace offprint
