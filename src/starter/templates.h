// The files that a new site begins with, as they lie in site/ and digests/.
#ifndef OFFPRINT_STARTER_TEMPLATES_H_
#define OFFPRINT_STARTER_TEMPLATES_H_

#include <string_view>

namespace offprint {

// The text of a template by its path in this folder: "site/site.yml". It is
// carried in the program.
std::string_view Template(std::string_view name);

}  // namespace offprint

#endif  // OFFPRINT_STARTER_TEMPLATES_H_
