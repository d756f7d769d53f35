// A long list, newest first, cut into pages.
//
// Pages are filled from the old end and numbered from there: page 1 has the
// oldest items. So a list that grows at its front leaves all pages as they are
// but the newest, which has what is left: as many items as a page holds at
// least, and less than twice as many, or all of a short list.
#ifndef OFFPRINT_PAGES_PAGINATOR_H_
#define OFFPRINT_PAGES_PAGINATOR_H_

#include <cstddef>

namespace offprint {

// Items [begin, end) of a list.
struct PageRange {
  size_t begin = 0;
  size_t end = 0;
};

// At least one page, however short the list; `per_page` is at least 1.
size_t PageCount(size_t items, size_t per_page);

// The items of page `number`, from 1 to PageCount.
PageRange ItemsOfPage(size_t items, size_t per_page, size_t number);

}  // namespace offprint

#endif  // OFFPRINT_PAGES_PAGINATOR_H_
