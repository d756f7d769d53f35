// BibTeX (https://ctan.org/pkg/bibtex, "BibTeXing"; arXiv's fields as in
// https://info.arxiv.org/help/hypertex/bibstyles).
#ifndef OFFPRINT_CITATIONS_BIBTEX_H_
#define OFFPRINT_CITATIONS_BIBTEX_H_

#include <string>

#include "citations/citation.h"

namespace offprint {

// Appends an entry in UTF-8, as biber and today's BibTeX read it, ended by a
// line feed: @article for IsArticle, else @misc.
//
// Text goes by tex_text.h. Authors are "family, given", as one whole in braces
// where their name has no parts; "others" for those that are not named.
void AppendBibtex(const Citation& citation, std::string* out);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_BIBTEX_H_
