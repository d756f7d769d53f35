// A long list cut into pages.
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

// The items of page `number`, which counts from 1.
PageRange ItemsOfPage(size_t items, size_t per_page, size_t number);

}  // namespace offprint

#endif  // OFFPRINT_PAGES_PAGINATOR_H_
