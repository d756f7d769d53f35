// Settings written into site.yml, between the comments that explain them.
#ifndef OFFPRINT_STARTER_SITE_YML_H_
#define OFFPRINT_STARTER_SITE_YML_H_

#include <string>
#include <string_view>

#include "config/site_config.h"

namespace offprint {

// The text as a YAML scalar: as it is where it reads back as that text, else in
// double quotes.
std::string YamlScalar(std::string_view text);

// Takes the place of a setting of the outermost level with all its lines,
// "key:" or "#key:", which the text has once.
void ReplaceSetting(std::string_view key, std::string_view lines,
                    std::string* yml);

// The site.yml of a new site. Its title, address, language, content and exclude
// are written, its days and dialects where they are not the default; what else
// `config` holds is left out.
std::string SiteYml(const SiteConfig& config);

}  // namespace offprint

#endif  // OFFPRINT_STARTER_SITE_YML_H_
