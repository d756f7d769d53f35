// The answers of arXiv's query API
// (https://info.arxiv.org/help/api/user-manual.html, "Details of Atom Results
// Returned").
#ifndef OFFPRINT_ARXIV_ATOM_H_
#define OFFPRINT_ARXIV_ATOM_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "arxiv/record.h"

namespace offprint::arxiv {

struct AtomAnswer {
  // Why this is no answer: no XML, no Atom feed, or the error that arXiv tells
  // as an entry; in words that fit behind "arXiv: ". Empty where it is one.
  std::string error;
  bool is_refused = false;  // that error is what arXiv tells of the query
  size_t total = 0;         // results of the whole query
  size_t start = 0;         // of them, where these begin
  // Entries without an id of arXiv or a title, as it gives them for ids that
  // it does not know, are left out.
  std::vector<Record> records;
};

// Reads a body. Document types, and so entities of their own, are passed over:
// nothing is expanded or loaded.
AtomAnswer ParseAtom(std::string_view xml);

}  // namespace offprint::arxiv

#endif  // OFFPRINT_ARXIV_ATOM_H_
