#ifndef OFFPRINT_MARKDOWN_PROTECTED_TEXT_H_
#define OFFPRINT_MARKDOWN_PROTECTED_TEXT_H_

#include <string>
#include <string_view>
#include <vector>

namespace offprint {

// Markdown made ready for cmark, so that it reads digests as their writers
// meant them; Restore puts back what was taken out. The stand-ins are Unicode
// noncharacters (U+FDD0 to U+FDEF), which no text may hold: those in the
// Markdown are dropped, as are control characters.
//   TeX spans          one stand-in each, which counts as a letter
//   "<"                an invisible letter before it: no block of raw HTML
//   "~~"               the raw tag kStrike, which the caller pairs up
//   "**" beside punctuation and Chinese: an invisible letter between, so that
//                      CommonMark's rule of words, made for blanks, lets it be
//                      emphasis
class ProtectedText {
 public:
  // The raw tag that stands for "~~".
  static constexpr std::string_view kStrike = "<s x=\"\uFDD3\">";

  // Keeps slices of `markdown`, which outlives it.
  explicit ProtectedText(std::string_view markdown);

  // What cmark is to read.
  const std::string& text() const { return text_; }

  // Whether a line has so many cells that a table of it could grow beyond
  // measure (cmark fills up each row to the width of the first).
  bool has_overwide_line() const { return has_overwide_line_; }

  // Appends text that cmark gave back, as the Markdown had it.
  void Restore(std::string_view from_cmark, std::string* out) const;
  std::string Restored(std::string_view from_cmark) const;

 private:
  // Each takes what it knows at *at and moves on, or returns false.
  bool TakeTex(std::string_view markdown, size_t* at);
  bool TakeCode(std::string_view markdown, size_t* at);
  bool TakeUrl(std::string_view markdown, size_t* at);
  bool TakeMark(std::string_view markdown, size_t* at);
  void TakeTildes(std::string_view markdown, size_t* at);
  void TakeStars(std::string_view markdown, size_t* at);
  void Copy(std::string_view bytes);
  // Restores the stand-in that the text begins with; its length in bytes.
  size_t RestoreStandIn(std::string_view stand_in, std::string* out) const;

  std::string text_;
  std::vector<std::string_view> spans_;
  bool has_overwide_line_ = false;
};

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_PROTECTED_TEXT_H_
