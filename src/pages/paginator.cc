#include "pages/paginator.h"

#include <algorithm>

namespace offprint {

size_t PageCount(size_t items, size_t per_page) {
  return std::max<size_t>(1, (items + per_page - 1) / per_page);
}

PageRange ItemsOfPage(size_t items, size_t per_page, size_t number) {
  const size_t begin = std::min(items, (number - 1) * per_page);
  return {begin, std::min(items, begin + per_page)};
}

}  // namespace offprint
