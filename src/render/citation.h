// A paper as reference managers and search engines read it.
#ifndef OFFPRINT_RENDER_CITATION_H_
#define OFFPRINT_RENDER_CITATION_H_

#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "model/archive.h"

namespace offprint {

// What can be cited of a paper. The slices live as long as the archive.
struct Citation {
  std::string title;  // the original one where it is known, without markup
  std::vector<std::string_view> authors;
  // When it came out, as far as that is known: a digest's own date, else what
  // the arXiv id (month) or a bioRxiv or medRxiv DOI (day) tells. 0 for
  // unknown.
  int year = 0;
  int month = 0;
  int day = 0;
  std::string doi;       // empty where there is none
  std::string arxiv_id;  // empty where there is none
  std::string abs;       // addresses; empty where there is none
  std::string pdf;
  std::string html;
};

Citation CitationOf(const Archive& archive, const Paper& paper);

// "2026/01/22", "2017/06" or empty: the form of citation_publication_date.
std::string SlashedDate(const Citation& citation);

// An entry of BibTeX; TeX in the title stays, other special characters are
// escaped. Ends with a line feed.
std::string FormatBibtex(const Citation& citation, const PaperId& id);

// A record of RIS (https://en.wikipedia.org/wiki/RIS_(file_format)), lines
// ended by LF.
std::string FormatRis(const Citation& citation);

// A schema.org ScholarlyArticle as JSON-LD, without white space, safe inside a
// script element. `url` is the absolute address of the page.
std::string FormatJsonLd(const Citation& citation, std::string_view url,
                         std::string_view lang);

}  // namespace offprint

#endif  // OFFPRINT_RENDER_CITATION_H_
