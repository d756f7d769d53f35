#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_STAND_IN_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_STAND_IN_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace offprint {

// What stands in the text that cmark reads for what kramdown knows and cmark
// does not: an invisible letter, or "$$…$$" and a footnote by their numbers.
struct StandIn {
  enum class Kind { kNone, kInvisible, kMath, kFootnote } kind = Kind::kNone;
  // In KramdownSource::math or ::footnotes. Text may have a stand-in of its
  // own, as a character reference: there may be none of that number.
  size_t number = 0;
  size_t size = 0;  // in bytes
};

// The stand-in that the text begins with.
StandIn ReadStandIn(std::string_view text);

// The text up to where the next stand-in may begin, behind its first byte.
std::string_view UpToStandIn(std::string_view text);

// Appends the one for mathematics or for a footnote.
void AppendStandIn(StandIn::Kind kind, size_t number, std::string* text);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_STAND_IN_H_
