#include "pages/site_url.h"

#include "base/percent.h"

namespace offprint {

std::string PublicUrl(const SiteConfig& config, std::string_view permalink) {
  return config.url + EncodePermalink(config.baseurl) +
         EncodePermalink(permalink);
}

std::string PublicUrl(const Site& site, PageIndex page) {
  return page == kNoIndex ? std::string()
                          : PublicUrl(*site.config, site.Address(page));
}

std::string SearchUrl(const Site& site, std::string_view query) {
  if (site.search_page == kNoIndex) return PublicUrl(*site.config, "/");
  // "&", "+", "=" and the like mean something else in a query.
  static constexpr CharSet kKept = CharSet::AlnumAnd("-._~");
  return PublicUrl(site, site.search_page) +
         "?q=" + PercentEncoded(query, kKept);
}

}  // namespace offprint
