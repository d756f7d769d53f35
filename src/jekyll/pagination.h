// Pages of posts, as jekyll-paginate 1.1 makes them
// (https://jekyllrb.com/docs/pagination/).
#ifndef OFFPRINT_JEKYLL_PAGINATION_H_
#define OFFPRINT_JEKYLL_PAGINATION_H_

#include "base/diagnostics.h"
#include "jekyll/source.h"

namespace offprint::jekyll {

// Gives the index.html that paginate_path leads to its part of the posts, and
// adds a page for each further part behind the others. Without the plugin it
// does nothing but warn.
void AddPagination(Source* source, Diagnostics& diagnostics);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_PAGINATION_H_
