// The addresses of feeds, sitemaps and descriptions of searches.
#ifndef OFFPRINT_CHECK_XML_LINKS_H_
#define OFFPRINT_CHECK_XML_LINKS_H_

#include <string_view>

#include "check/file_links.h"

namespace offprint {

// Reads Atom (RFC 4287; the HTML in it too, as far as its addresses do not
// hang on the entry's base), sitemaps and their indexes (www.sitemaps.org), and
// OpenSearch descriptions 1.1. Other documents name nothing; what is not
// well-formed is a defect.
void ReadXmlLinks(std::string_view xml, FileLinks* file);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_XML_LINKS_H_
