// Whether a term stands in a text: "A term matches" in FORMAT.md.
#ifndef OFFPRINT_SEARCH_TERM_MATCH_H_
#define OFFPRINT_SEARCH_TERM_MATCH_H_

#include <string_view>

namespace offprint::search {

// What the end of a term may be while it stands in a text.
enum class TermEnd {
  kWhole,  // the end of a word, where the term ends with one
  kTyped,  // within a word: the term is still being typed
};

// Both in normal form. An empty term matches nothing.
bool TermMatches(std::string_view term, std::string_view text,
                 TermEnd end = TermEnd::kWhole);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_TERM_MATCH_H_
