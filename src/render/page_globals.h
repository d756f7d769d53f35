// The values that a page's body sees.
#ifndef OFFPRINT_RENDER_PAGE_GLOBALS_H_
#define OFFPRINT_RENDER_PAGE_GLOBALS_H_

#include <vector>

#include "data/value.h"
#include "liquid/drop.h"
#include "pages/calendar.h"
#include "pages/site.h"

namespace offprint {

// What bodies of one kind share, made once a build. All of it outlives the
// renders.
struct SharedValues {
  const Site* site = nullptr;
  liquid::Value site_values;  // `site`
  std::vector<CalendarMonth> calendar;
  const data::Object* theme = nullptr;
};

// Sets `site`, `page` (the front matter), `theme`, `archive` and the values of
// the page's kind; themes/VALUES.md lists them.
void SetPageGlobals(const SharedValues& shared, const Page& page,
                    const data::Object& front_matter, liquid::Arena& arena,
                    liquid::Hash* globals);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_PAGE_GLOBALS_H_
