// Identities of papers as they are pasted into a search; client/ids.js reads
// them the same way.
#ifndef OFFPRINT_SEARCH_DIRECT_ID_H_
#define OFFPRINT_SEARCH_DIRECT_ID_H_

#include <string>
#include <string_view>

namespace offprint::search {

// The identity that the whole text is: an arXiv id without its version, a DOI
// in lower case, or that of an address of arXiv, doi.org, bioRxiv or medRxiv;
// empty for none. Takes valid UTF-8.
std::string DirectId(std::string_view text);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_DIRECT_ID_H_
