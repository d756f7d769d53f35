// Which papers of an archive are wanted.
#ifndef OFFPRINT_BUILD_PAPER_FILTER_H_
#define OFFPRINT_BUILD_PAPER_FILTER_H_

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "pages/site.h"

namespace offprint {

// All that is set must hold of a paper.
struct PaperFilter {
  std::vector<std::string> topics;   // names, slugs or aliases: any of them
  std::vector<std::string> authors;  // names or slugs: any of them
  // Days on which it was seen, both inclusive: one of them at least.
  std::optional<Date> from;
  std::optional<Date> to;
  std::optional<double> min_score;  // one without a score is out
  std::string query;                // as typed into the site's search
};

struct ChosenPapers {
  std::vector<PaperIndex> papers;  // in the archive's order
  // What is wrong with the filter, and then there are no papers: "there is no
  // topic …". Else empty.
  std::string problem;
};

// Reads texts of papers on `jobs` threads where the query asks for words.
ChosenPapers ChoosePapers(const Site& site, const PaperFilter& filter,
                          size_t jobs);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_PAPER_FILTER_H_
