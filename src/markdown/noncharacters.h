// The Unicode noncharacters U+FDD0 to U+FDEF, which stand in the text that
// cmark reads for what it is not to read. Markdown's own are dropped.
#ifndef OFFPRINT_MARKDOWN_NONCHARACTERS_H_
#define OFFPRINT_MARKDOWN_NONCHARACTERS_H_

#include <cstddef>
#include <string_view>

namespace offprint {

// The first two of the three bytes of each in UTF-8.
inline constexpr std::string_view kNoncharacterLead = "\xEF\xB7";

// U+FDD2, which counts as a letter and is not shown.
inline constexpr std::string_view kInvisibleLetter = "\xEF\xB7\x92";

// Whether one begins at the byte, which the text has.
inline bool IsNoncharacter(std::string_view text, size_t at) {
  if (text[at] != kNoncharacterLead[0] || at + 2 >= text.size()) return false;
  if (text[at + 1] != kNoncharacterLead[1]) return false;
  const auto third = static_cast<unsigned char>(text[at + 2]);
  return third >= 0x90 && third <= 0xAF;
}

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_NONCHARACTERS_H_
