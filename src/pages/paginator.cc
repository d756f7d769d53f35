#include "pages/paginator.h"

#include <algorithm>

namespace offprint {

size_t PageCount(size_t items, size_t per_page) {
  return std::max<size_t>(1, items / per_page);
}

PageRange ItemsOfPage(size_t items, size_t per_page, size_t number) {
  const size_t end = items - (number - 1) * per_page;
  const bool is_newest = number == PageCount(items, per_page);
  return {is_newest ? 0 : end - per_page, end};
}

}  // namespace offprint
