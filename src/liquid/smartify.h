// Typography, as kramdown's parser "SmartyPants" makes it.
#ifndef OFFPRINT_LIQUID_SMARTIFY_H_
#define OFFPRINT_LIQUID_SMARTIFY_H_

#include <string>
#include <string_view>

namespace offprint::liquid {

// Appends the text with typographic quotes, dashes, ellipses and guillemets.
// Tags and character references stay; other <, > and & become references.
void AppendSmart(std::string_view text, std::string* out);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_SMARTIFY_H_
