// RIS, as Reference Manager had it
// (https://en.wikipedia.org/wiki/RIS_(file_format)).
#ifndef OFFPRINT_CITATIONS_RIS_H_
#define OFFPRINT_CITATIONS_RIS_H_

#include <string>

#include "citations/citation.h"

namespace offprint {

// Appends a record in UTF-8, lines ended by CR LF: TY (JOUR for IsArticle, else
// UNPB) first, ER last, one AU an author.
void AppendRis(const Citation& citation, std::string* out);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_RIS_H_
