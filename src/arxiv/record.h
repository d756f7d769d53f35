// What arXiv itself says of a paper.
#ifndef OFFPRINT_ARXIV_RECORD_H_
#define OFFPRINT_ARXIV_RECORD_H_

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"

namespace offprint::arxiv {

struct RecordAuthor {
  std::string name;
  std::vector<std::string> affiliations;

  bool operator==(const RecordAuthor&) const = default;
};

// All texts are UTF-8 with white space collapsed; TeX stays as it is. Empty
// where arXiv does not say.
struct Record {
  std::string id;   // "2601.02360", "q-bio/0601001": without a version
  int version = 0;  // the last one; 0 where it is not known
  std::string title;
  std::string abstract;
  std::vector<RecordAuthor> authors;
  std::vector<std::string> categories;  // the primary one first
  std::string comment;
  std::string journal_ref;
  std::string doi;
  std::optional<Date> published;  // of the first version, in UTC
  std::optional<Date> updated;    // of the last one
  bool withdrawn = false;         // as its comment or abstract says

  bool operator==(const Record&) const = default;
};

// Whether comment or abstract say that the paper was withdrawn.
bool SaysWithdrawn(const Record& record);

}  // namespace offprint::arxiv

#endif  // OFFPRINT_ARXIV_RECORD_H_
