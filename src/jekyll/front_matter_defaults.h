// `defaults` of _config.yml
// (https://jekyllrb.com/docs/configuration/front-matter-defaults/).
#ifndef OFFPRINT_JEKYLL_FRONT_MATTER_DEFAULTS_H_
#define OFFPRINT_JEKYLL_FRONT_MATTER_DEFAULTS_H_

#include <string_view>

#include "data/value.h"
#include "jekyll/settings.h"

namespace offprint::jekyll {

// The values for a file at `path` of that type ("pages", "posts", a
// collection's label): of several the one with the longer path wins, then the
// one that names a type, then the later.
data::Object DefaultsOf(const Settings& settings, std::string_view path,
                        std::string_view type);

// Lays `over` over *values: mappings key by key, all else replaced.
void MergeDeep(const data::Object& over, data::Object* values);

}  // namespace offprint::jekyll

#endif  // OFFPRINT_JEKYLL_FRONT_MATTER_DEFAULTS_H_
