// CSL-JSON (https://github.com/citation-style-language/schema,
// csl-data.json).
#ifndef OFFPRINT_CITATIONS_CSL_JSON_H_
#define OFFPRINT_CITATIONS_CSL_JSON_H_

#include <string>

#include "citations/citation.h"

namespace offprint {

// Appends one item, an object on one line without a line feed: "article" (a
// preprint) or, for IsArticle, "article-journal". Names that are one whole are
// literal.
void AppendCslJson(const Citation& citation, std::string* out);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_CSL_JSON_H_
