// The form in which texts and queries are compared: see FORMAT.md.
#ifndef OFFPRINT_SEARCH_NORMAL_FORM_H_
#define OFFPRINT_SEARCH_NORMAL_FORM_H_

#include <string>
#include <string_view>

namespace offprint::search {

// NFKC_Casefold (UAX #31), runs of white space made one blank, none at the
// ends. Takes valid UTF-8.
std::string NormalForm(std::string_view text);

// Whether it has Unicode's property White_Space.
bool IsWhiteSpace(char32_t c);

// What the index makes of a code point of the normal form.
enum class CharClass {
  kUnspaced,  // written without blanks between words: Han, kana, Hangul
  kWord,      // any other letter, mark or decimal digit
  kOther,
};
CharClass ClassOf(char32_t c);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_NORMAL_FORM_H_
