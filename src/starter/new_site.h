// The beginning of a site.
#ifndef OFFPRINT_STARTER_NEW_SITE_H_
#define OFFPRINT_STARTER_NEW_SITE_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "config/site_config.h"
#include "model/digest.h"

namespace offprint {

struct StarterFile {
  std::string path;  // from the site's folder
  std::string text;
};

// A digest that a site begins with.
struct FirstDigest {
  Dialect dialect = Dialect::kScoredList;  // not kGeneric
  Date date;
};

// Sets url and baseurl to the parts of an address such as
// "https://example.org/papers".
void SplitAddress(std::string_view address, std::string* url,
                  std::string* baseurl);

// A new site's files in the order of their importance: site.yml (see SiteYml),
// the first digest where there is one, README.md, .gitignore, and the workflow
// for GitHub Pages. They build as they are.
std::vector<StarterFile> NewSiteFiles(const SiteConfig& config,
                                      const std::optional<FirstDigest>& first);

}  // namespace offprint

#endif  // OFFPRINT_STARTER_NEW_SITE_H_
