// The value `site` of templates: what Jekyll reads from _config.yml.
#ifndef OFFPRINT_RENDER_SITE_VALUES_H_
#define OFFPRINT_RENDER_SITE_VALUES_H_

#include <string>

#include "data/value.h"
#include "pages/site.h"
#include "theme/theme.h"

namespace offprint {

// title, description, author, lang, url, baseurl, timezone, addresses (of
// `home`, `topics`, `archive`, `feed`), theme_settings and, where the site
// wants them, the fingerprints of the theme's assets.
data::Object MakeSiteValues(const Site& site, const Theme& theme);

// The _config.yml with which Jekyll builds the output: what the user's own
// says, the values above laid over it, and what keeps Jekyll from another theme
// and from leaving files out.
std::string FormatJekyllConfig(const SiteConfig& config,
                               const data::Object& site_values);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_SITE_VALUES_H_
