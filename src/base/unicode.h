// Characters beyond ASCII: classes and case.
#ifndef OFFPRINT_BASE_UNICODE_H_
#define OFFPRINT_BASE_UNICODE_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace offprint {

// Whether it is a letter, a mark or a decimal digit.
bool IsWordCharacter(char32_t c);

// Whether it shows, or is a blank: neither a control nor unassigned.
bool IsPrintable(char32_t c);

// Columns that the character takes on a terminal: 0, 1 or 2.
size_t DisplayWidth(char32_t c);

// The text with all letters made small or capital, one by one (full mappings
// of the letters that become two, no rules of single languages).
void AppendLowerCase(std::string_view text, std::string* out);
void AppendUpperCase(std::string_view text, std::string* out);

// Appends Unicode's NFKC_Casefold (UAX #31): compatibility composition, full
// case folding, default ignorable code points left out. False, and nothing
// appended, where the text is not UTF-8.
bool AppendNfkcCasefold(std::string_view text, std::string* out);

// The text in canonical composition (NFC): "u" and U+0308 become "ü". As it is
// where it is not UTF-8.
std::string Composed(std::string_view text);

// The ASCII letters, made small, and digits of the text without its accents and
// ligatures (NFKD; and those Latin letters that it leaves whole): "Müller-Łoś
// 2" gives "mullerlos2". Empty where the text is not UTF-8.
std::string AsciiSkeleton(std::string_view text);

}  // namespace offprint

#endif  // OFFPRINT_BASE_UNICODE_H_
