// The pages around the archive, found in the site's folder.
#ifndef OFFPRINT_BUILD_READ_AROUND_H_
#define OFFPRINT_BUILD_READ_AROUND_H_

#include <filesystem>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "config/site_config.h"
#include "feeds/sitemap.h"
#include "jekyll/source.h"
#include "theme/theme.h"

namespace offprint {

// Reads what is in the site's folder besides the digests, the themes, the file
// of settings (`settings`, from that folder) and the output of this and other
// builds; with what `pages` of the settings names among the digests. Where the
// digests lie in the site's folder itself there is nothing around them but the
// assets of the theme.
jekyll::Source ReadAround(const std::filesystem::path& folder,
                          const std::string& settings, const SiteConfig& config,
                          const Theme& theme, Diagnostics& diagnostics);

// The pages for the sitemap: all HTML but the error page, what says
// "sitemap: false", and those whose place in `archive` another page has listed.
std::vector<SitemapAddress> AddressesAround(
    const jekyll::Source& source,
    const std::set<std::string, std::less<>>& archive);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_READ_AROUND_H_
