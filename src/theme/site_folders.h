// Where a site keeps its own layouts, includes, data and Sass.
#ifndef OFFPRINT_THEME_SITE_FOLDERS_H_
#define OFFPRINT_THEME_SITE_FOLDERS_H_

#include <map>
#include <string>

#include "data/value.h"

namespace offprint {

// From the usual name of a folder to the one that the site has instead, from
// the site's folder: "_layouts" to "theme/layouts". Those that are called as
// usual are left out.
using SiteFolders = std::map<std::string, std::string, std::less<>>;

// What layouts_dir, includes_dir, data_dir and sass.sass_dir of a _config.yml
// say. A folder outside the site's is taken for one below it, as in Jekyll.
SiteFolders SiteFoldersOf(const data::Object& jekyll_config);

}  // namespace offprint

#endif  // OFFPRINT_THEME_SITE_FOLDERS_H_
