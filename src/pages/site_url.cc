#include "pages/site_url.h"

#include <cstdio>

#include "base/text.h"

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
  std::string url = PublicUrl(site, site.search_page) + "?q=";
  for (const char c : query) {
    // "&", "+", "=" and the like mean something else there.
    if (IsAsciiAlpha(c) || IsAsciiDigit(c) ||
        std::string_view("-._~").find(c) != std::string_view::npos) {
      url += c;
      continue;
    }
    char encoded[8];
    std::snprintf(encoded, sizeof encoded, "%%%02X",
                  static_cast<unsigned char>(c));
    url += encoded;
  }
  return url;
}

}  // namespace offprint
