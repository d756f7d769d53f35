#ifndef OFFPRINT_PAGES_SITE_URL_H_
#define OFFPRINT_PAGES_SITE_URL_H_

#include <string>
#include <string_view>

#include "config/site_config.h"
#include "pages/site.h"

namespace offprint {

// The address of something on the site as the world sees it: `url` and
// `baseurl` before the permalink, percent-encoded. Without `url` in site.yml it
// lacks the host.
std::string PublicUrl(const SiteConfig& config, std::string_view permalink);

// That of a page; an empty text for kNoIndex.
std::string PublicUrl(const Site& site, PageIndex page);

// That of the search page with the query asked; the home page's where there is
// no search page.
std::string SearchUrl(const Site& site, std::string_view query);

}  // namespace offprint

#endif  // OFFPRINT_PAGES_SITE_URL_H_
