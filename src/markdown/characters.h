// The kinds of characters that decide whether "*" is emphasis.
#ifndef OFFPRINT_MARKDOWN_CHARACTERS_H_
#define OFFPRINT_MARKDOWN_CHARACTERS_H_

#include <cstddef>
#include <string_view>

namespace offprint {

bool IsAsciiPunctuation(char32_t c);
bool IsCjkPunctuation(char32_t c);
bool IsBlank(char32_t c);

// A character that CommonMark takes as part of a word.
bool IsWordy(char32_t c);

// The character that ends before `at`, or begins there; a line feed where
// there is none.
char32_t CodePointBefore(std::string_view text, size_t at);
char32_t CodePointAt(std::string_view text, size_t at);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_CHARACTERS_H_
