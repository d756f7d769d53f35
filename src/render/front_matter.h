// The front matter of a page: all that its layout knows of it, in Jekyll's
// build and in ours. themes/VALUES.md documents each value.
#ifndef OFFPRINT_RENDER_FRONT_MATTER_H_
#define OFFPRINT_RENDER_FRONT_MATTER_H_

#include <string>

#include "data/value.h"
#include "pages/site.h"

namespace offprint {

// Titles of the pages that have no name of their own, in the site's language.
struct PageTitles {
  std::string topics = "Topics";
  std::string archive = "Archive";
  std::string search = "Search";
  std::string error = "Page not found";
};

// Everything but `url`, which Jekyll adds by itself.
data::Object MakeFrontMatter(const Site& site, const Page& page,
                             const PageTitles& titles);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_FRONT_MATTER_H_
