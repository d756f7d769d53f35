// Citations for tests.
#ifndef OFFPRINT_TESTS_UNIT_CITATIONS_CITATIONS_H_
#define OFFPRINT_TESTS_UNIT_CITATIONS_CITATIONS_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "citations/citation.h"

namespace offprint {

// Of a paper that digests give no more of than this.
inline Citation CitationOfPaper(
    PaperId id, std::string_view title,
    const std::vector<std::string_view>& authors = {}) {
  Archive archive;
  Paper paper;
  paper.id = std::move(id);
  paper.title = title;
  for (const std::string_view author : authors) {
    paper.authors.push_back(static_cast<AuthorIndex>(archive.authors.size()));
    archive.authors.push_back({author, {}, {}});
  }
  return CitationOf(archive, paper);
}

inline PaperId ArxivId(std::string value) {
  return {PaperId::Kind::kArxiv, std::move(value)};
}
inline PaperId Doi(std::string value) {
  return {PaperId::Kind::kDoi, std::move(value)};
}

}  // namespace offprint

#endif  // OFFPRINT_TESTS_UNIT_CITATIONS_CITATIONS_H_
