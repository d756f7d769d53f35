// Names made fit for addresses, as Jekyll's slugify does it.
#ifndef OFFPRINT_LIQUID_SLUGIFY_H_
#define OFFPRINT_LIQUID_SLUGIFY_H_

#include <string>
#include <string_view>

namespace offprint::liquid {

// Appends the slug of the text. Modes are "default", "pretty", "ascii",
// "latin" and "raw"; any other only makes the letters small.
void AppendSlug(std::string_view text, std::string_view mode, std::string* out);

// The same with capitals kept, as the addresses of posts have it.
std::string CasedSlug(std::string_view text, std::string_view mode);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_SLUGIFY_H_
