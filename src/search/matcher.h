// Whether a paper is what a query asks for, without an index.
#ifndef OFFPRINT_SEARCH_MATCHER_H_
#define OFFPRINT_SEARCH_MATCHER_H_

#include <string>
#include <vector>

#include "model/archive.h"
#include "search/query.h"
#include "search/record.h"

namespace offprint::search {

// The texts of a record in normal form.
struct NormalTexts {
  std::vector<std::string> titles;
  std::vector<std::string> authors;
  std::vector<std::string> texts;
};

NormalTexts NormalTextsOf(const Record& record);

// One query, asked of the papers of one archive, which outlives it. Safe from
// any thread.
class Matcher {
 public:
  // As in the client a query that is the identity of a paper there asks for
  // that paper alone, and a topic's own name goes before all that contain it.
  Matcher(Query query, const Archive& archive);

  // Whether the filters hold: cheap, no text is read.
  bool PassesFilters(PaperIndex paper) const;
  // Whether the terms do. A paper matches that passes both.
  bool PassesTerms(const NormalTexts& texts) const;
  bool has_terms() const { return !terms_.empty(); }

 private:
  // A filter with what it needs of the archive.
  struct Filter {
    QueryItem item;
    std::vector<bool> topics;  // of kTopic, by their numbers
    DayIndex first = 0;        // of kDate, the days that it spans
    DayIndex end = 0;
  };

  Filter MakeFilter(QueryItem item) const;
  bool Holds(const Filter& filter, const Paper& paper) const;

  const Archive& archive_;
  std::vector<Filter> filters_;
  std::vector<QueryItem> terms_;
};

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_MATCHER_H_
