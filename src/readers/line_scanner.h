// The lines of a text, one after the other.
#ifndef OFFPRINT_READERS_LINE_SCANNER_H_
#define OFFPRINT_READERS_LINE_SCANNER_H_

#include <string_view>

namespace offprint {

// Splits at LF only: a lone CR, VT, FF or U+2028 is white space in its line.
class LineScanner {
 public:
  explicit LineScanner(std::string_view text) : text_(text) {}

  // Moves on to the next line, without its LF; false behind the last.
  bool Next(std::string_view* line);

  // The line that Next would give, without moving; empty behind the last.
  std::string_view Peek() const;

  // Where the next line begins, as an offset in the text.
  size_t offset() const { return at_; }

 private:
  std::string_view text_;
  size_t at_ = 0;
};

// The number of "#" with which a heading begins, 0 for any other line.
int HeadingLevel(std::string_view line);

// What a heading says, trimmed, without its marks.
std::string_view HeadingText(std::string_view line);

// Whether the text starts with the prefix, which is then taken off it.
bool TakePrefix(std::string_view* text, std::string_view prefix);

}  // namespace offprint

#endif  // OFFPRINT_READERS_LINE_SCANNER_H_
