#include "feeds/site_url.h"

namespace offprint {

std::string PublicUrl(const SiteConfig& config, std::string_view permalink) {
  return config.url + EncodePermalink(config.baseurl) +
         EncodePermalink(permalink);
}

std::string PublicUrl(const Site& site, PageIndex page) {
  return page == kNoIndex ? std::string()
                          : PublicUrl(*site.config, site.Address(page));
}

}  // namespace offprint
