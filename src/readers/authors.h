// Names out of an author line.
#ifndef OFFPRINT_READERS_AUTHORS_H_
#define OFFPRINT_READERS_AUTHORS_H_

#include <string_view>
#include <vector>

namespace offprint {

// The names between the commas, trimmed, as they are written. Commas inside
// parentheses do not split; groups in parentheses behind a name (affiliations)
// and "et al." go; a part without a letter is no name.
std::vector<std::string_view> SplitAuthors(std::string_view text);

// One name, cleaned as above; empty where nothing is left. Commas stay inside
// ("Jordan, C."), but not at the end.
std::string_view CleanAuthor(std::string_view text);

}  // namespace offprint

#endif  // OFFPRINT_READERS_AUTHORS_H_
