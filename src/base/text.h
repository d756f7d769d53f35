// Operations on UTF-8 text. Unless a function says otherwise it takes any
// bytes, never fails, and gives slices of what it was given.
#ifndef OFFPRINT_BASE_TEXT_H_
#define OFFPRINT_BASE_TEXT_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offprint {

// White space inside a line: blank, tab, CR, LF, VT, FF. (U+0085, U+2028 and
// U+2029 are taken too by CollapseSpace.)
constexpr bool IsSpace(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }
constexpr bool IsAsciiAlpha(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

std::string_view TrimLeft(std::string_view text);
std::string_view TrimRight(std::string_view text);
std::string_view Trim(std::string_view text);

// Trimmed, and each run of white space inside made one blank.
std::string CollapseSpace(std::string_view text);
// Whether CollapseSpace would give the text back as it is.
bool IsCollapsed(std::string_view text);

// The (valid UTF-8) text without control characters, white space collapsed.
std::string OneLine(std::string_view text);

// The parts between the separators; an empty text has one empty part.
std::vector<std::string_view> Split(std::string_view text, char separator);

// The parts with `between` between them.
std::string Join(const std::vector<std::string>& parts,
                 std::string_view between);

// ASCII letters only are folded.
std::string AsciiLower(std::string_view text);
bool EqualsIgnoreCase(std::string_view a, std::string_view b);
bool StartsWithIgnoreCase(std::string_view text, std::string_view prefix);

// Where the first byte sequence that is not UTF-8 (RFC 3629) begins, or
// nothing.
std::optional<size_t> FindInvalidUtf8(std::string_view text);

// A copy in which each byte that is not part of valid UTF-8 is U+FFFD.
std::string RepairUtf8(std::string_view text);

// The code point at `*at` of valid UTF-8, which is moved behind it.
char32_t NextCodePoint(std::string_view text, size_t* at);
void AppendUtf8(char32_t code_point, std::string* out);

// Appends the text with & < > " ' as character references, fit for HTML text
// and quoted attributes. Control characters that HTML forbids are dropped.
void AppendHtmlEscaped(std::string_view text, std::string* out);
std::string HtmlEscaped(std::string_view text);

// The candidate nearest to `word` by edit distance (in bytes; two neighbours
// that change places count once), if it is near enough to be what was meant:
// one edit, or a third of its length.
// "Did you mean" is its use.
std::optional<std::string_view> NearMiss(
    std::string_view word, const std::vector<std::string_view>& candidates);

// FNV-1a, 64 bits (draft-eastlake-fnv): the same on every machine and run.
uint64_t StableHash(std::string_view bytes);

}  // namespace offprint

#endif  // OFFPRINT_BASE_TEXT_H_
