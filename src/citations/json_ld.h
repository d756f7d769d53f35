// A paper as search engines read it.
#ifndef OFFPRINT_CITATIONS_JSON_LD_H_
#define OFFPRINT_CITATIONS_JSON_LD_H_

#include <string>
#include <string_view>

#include "citations/citation.h"

namespace offprint {

// A schema.org ScholarlyArticle as JSON-LD, without white space, safe inside a
// script element. `url` is the absolute address of the page.
std::string FormatJsonLd(const Citation& citation, std::string_view url,
                         std::string_view lang);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_JSON_LD_H_
