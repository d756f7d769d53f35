// Runs of one character that CommonMark reads as one mark: "**", "```".
#ifndef OFFPRINT_MARKDOWN_DELIMITER_RUN_H_
#define OFFPRINT_MARKDOWN_DELIMITER_RUN_H_

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace offprint {

// How many bytes from `at` on are the one at `at`, which the text has.
inline size_t RunLength(std::string_view text, size_t at) {
  return std::min(text.find_first_not_of(text[at], at), text.size()) - at;
}

// The end of the code span whose backticks begin at `at`; of the backticks
// alone, where none close it (CommonMark 0.31, 6.1).
size_t CodeSpanEnd(std::string_view text, size_t at);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_DELIMITER_RUN_H_
