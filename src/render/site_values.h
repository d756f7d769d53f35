// The value `site` of templates: what Jekyll reads from _config.yml.
#ifndef OFFPRINT_RENDER_SITE_VALUES_H_
#define OFFPRINT_RENDER_SITE_VALUES_H_

#include <string>

#include "data/value.h"
#include "pages/site.h"

namespace offprint {

// title, description, author, lang, url, baseurl, timezone, addresses (of
// `home`, `topics`, `archive`, `feed`) and
// theme_settings, as written.
data::Object MakeSiteValues(const Site& site);

// The _config.yml with which Jekyll builds the output: the values above and
// what keeps GitHub Pages from adding to the site.
std::string FormatJekyllConfig(const data::Object& site_values);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_SITE_VALUES_H_
