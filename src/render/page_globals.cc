#include "render/page_globals.h"

#include "render/day_drop.h"
#include "render/list_values.h"
#include "render/paper_drop.h"
#include "render/topic_drop.h"

namespace offprint {
namespace {

liquid::Value LatestDay(const Site& site, liquid::Arena& arena) {
  if (site.archive->days.empty()) return {};
  const auto last = static_cast<DayIndex>(site.archive->days.size() - 1);
  return arena.New<DayDrop>(site, last);
}

}  // namespace

void SetPageGlobals(const SharedValues& shared, const Page& page,
                    const data::Object& front_matter, liquid::Arena& arena,
                    liquid::Hash* globals) {
  const Site& site = *shared.site;
  const Archive& archive = *site.archive;
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
      globals->Set("topic", arena.New<TopicDrop>(
                                site, page.index,
                                archive.topics[page.index].papers.size()));
      globals->Set(
          "paginator",
          PaginatorValue(site, archive.topics[page.index].papers,
                         site.topic_pages[page.index], page.number, arena));
      break;
    case PageKind::kPaper:
      globals->Set("paper", arena.New<PaperDrop>(site, page.index, true));
      break;
    case PageKind::kAuthor:
      globals->Set("author", arena.New<AuthorDrop>(site, page.index, true));
      globals->Set(
          "paginator",
          PaginatorValue(site, archive.authors[page.index].papers,
                         site.author_pages[page.index], page.number, arena));
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
