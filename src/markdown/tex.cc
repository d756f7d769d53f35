#include "markdown/tex.h"

#include "base/char_set.h"
#include "base/text.h"

namespace offprint {
namespace {

constexpr size_t kNone = std::string_view::npos;

bool StandsAt(std::string_view text, size_t at, std::string_view word) {
  return text.compare(at, word.size(), word) == 0;
}

// Whether the line that follows the line feed at `at` is blank, or is none.
bool EndsParagraph(std::string_view text, size_t at) {
  do {
    ++at;
  } while (at < text.size() && (text[at] == ' ' || text[at] == '\t'));
  return at >= text.size() || text[at] == '\n';
}

// Where `close` first stands; nowhere when the paragraph ends before it, or
// `open` stands there once more (so that a row of openers takes linear time).
// Both begin with a dollar sign or a backslash.
size_t FindClose(std::string_view text, size_t from, std::string_view open,
                 std::string_view close) {
  static constexpr CharSet kMarks("$\\\n");
  for (size_t at = from; at < text.size(); ++at) {
    if (!kMarks.Has(text[at])) continue;
    if (StandsAt(text, at, close)) return at;
    if (StandsAt(text, at, open)) return kNone;
    if (text[at] == '\n' && EndsParagraph(text, at)) return kNone;
    const bool escapes =
        text[at] == '\\' && at + 1 < text.size() && text[at + 1] != '\n';
    if (escapes) ++at;
  }
  return kNone;
}

size_t DelimitedLength(std::string_view text, size_t at, std::string_view open,
                       std::string_view close) {
  const size_t start = at + open.size();
  const size_t end = FindClose(text, start, open, close);
  if (end == kNone || Trim(text.substr(start, end - start)).empty()) return 0;
  return end + close.size() - at;
}

size_t DollarLength(std::string_view text, size_t at) {
  if (at + 1 >= text.size() || IsSpace(text[at + 1])) return 0;
  const size_t end = FindClose(text, at + 1, "$", "$");
  if (end == kNone || IsSpace(text[end - 1])) return 0;
  if (end + 1 < text.size() && IsAsciiDigit(text[end + 1])) return 0;
  return end + 1 - at;
}

}  // namespace

size_t TexSpanLength(std::string_view text, size_t at) {
  if (StandsAt(text, at, "$$")) return DelimitedLength(text, at, "$$", "$$");
  if (StandsAt(text, at, "$")) return DollarLength(text, at);
  if (StandsAt(text, at, "\\(")) {
    return DelimitedLength(text, at, "\\(", "\\)");
  }
  if (StandsAt(text, at, "\\[")) {
    return DelimitedLength(text, at, "\\[", "\\]");
  }
  return 0;
}

}  // namespace offprint
