// Titles of papers, for reading.
#ifndef OFFPRINT_MARKDOWN_PLAIN_TITLE_H_
#define OFFPRINT_MARKDOWN_PLAIN_TITLE_H_

#include <string>
#include <string_view>

namespace offprint {

// A title as digests copy it from the publisher, as one line of plain text:
// character references ("&ge;") decoded, the simple tags of titles (<sub>,
// <sup>, <i>, <b>, <em>, <strong>) taken off, all else (TeX, "*", "_", other
// "<") left as it stands. It is not escaped. Safe from any thread.
std::string PlainTitle(std::string_view title);

// Whether it is that already.
bool IsPlainTitle(std::string_view title);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_PLAIN_TITLE_H_
