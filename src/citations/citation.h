// What can be cited of a paper: the one reading of it that citation formats,
// the pages' metadata and the theme's script share.
#ifndef OFFPRINT_CITATIONS_CITATION_H_
#define OFFPRINT_CITATIONS_CITATION_H_

#include <string>
#include <string_view>
#include <vector>

#include "model/archive.h"

namespace offprint {

// Empty where there is none.
struct CitedAddresses {
  // As the digests link them, else by the paper's identity.
  std::string abs;
  std::string pdf;
  std::string html;
  // To cite: that of the abstract by its arXiv id or DOI, else any there is,
  // and the PDF's.
  std::string url;
  std::string file;
};

// All texts are UTF-8 of one line, without markup, accents of TeX and control
// characters, and empty where there is none.
struct Citation : CitedAddresses {
  PaperId id;
  std::string title;  // its metadata's, else the original one, else any
  std::vector<std::string> authors;
  // When it came out, as far as that is known: Paper::published, else what
  // the arXiv id (month) or a bioRxiv or medRxiv DOI (day) tells. 0 for
  // unknown.
  int year = 0;
  int month = 0;
  int day = 0;
  std::string doi;  // its own, or of a paper of arXiv the journal's
  std::string arxiv_id;
  std::string journal;  // "Nature 596, 583–589 (2021)"
  bool withdrawn = false;
  // An arXiv category ("cs.CL"): the archive in an old id, else the primary one
  // of its metadata, else the first of the paper's topics that is named so.
  std::string primary_class;
};

CitedAddresses AddressesOf(const Paper& paper);
Citation CitationOf(const Archive& archive, const Paper& paper);

// "2026/01/22", "2017/06" or empty: the form of citation_publication_date.
std::string SlashedDate(const Citation& citation);

// Whether it is a work of a journal as far as can be told: one with a DOI that
// is no preprint server's.
bool IsArticle(const Citation& citation);

// A citation as one attribute of a page, from which the theme's
// assets/cite.js makes the very bytes of the formats: texts with a tab between
// them: id, SlashedDate, primary class, url where the id does not tell it, file
// where the arXiv id does not, DOI where the id is none, journal, "withdrawn"
// where it is, title, then authors. The title is left out where
// it is `shown`, the one that the page shows beside it.
std::string CompactForm(const Citation& citation, std::string_view shown);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_CITATION_H_
