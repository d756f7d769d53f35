#include "arxiv/record.h"

#include <string_view>

#include "base/text.h"

namespace offprint::arxiv {

// arXiv has no field for it: its own abstract of a withdrawn paper begins so,
// and authors say it in the comment.
bool SaysWithdrawn(const Record& record) {
  constexpr std::string_view kSentences[] = {
      "This paper has been withdrawn", "This submission has been withdrawn",
      "This article has been withdrawn", "This manuscript has been withdrawn"};
  for (const std::string_view sentence : kSentences) {
    if (StartsWithIgnoreCase(record.abstract, sentence) ||
        StartsWithIgnoreCase(record.comment, sentence)) {
      return true;
    }
  }
  return StartsWithIgnoreCase(record.comment, "withdrawn");
}

}  // namespace offprint::arxiv
