// The patterns by which Liquid's lax parser finds its way in a markup, as
// hand-written matchers of the regular expressions that Liquid::Variable and
// the tags name.
#ifndef OFFPRINT_LIQUID_MARKUP_H_
#define OFFPRINT_LIQUID_MARKUP_H_

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offprint::liquid {

// Ruby's \w for text: ASCII letters, digits and "_".
constexpr bool IsWordChar(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
         (c >= '0' && c <= '9') || c == '_';
}
// What names of variables are made of: \w and "-".
constexpr bool IsNameChar(char c) { return IsWordChar(c) || c == '-'; }

// The beginning of the text, for a message: a line, and not too long a one.
std::string Excerpt(std::string_view text);

// The first place at or behind `at` that holds no white space.
size_t SkipSpace(std::string_view text, size_t at);

// Where the quoted text that begins at `at` ends, or nothing.
std::optional<size_t> QuotedStringEnd(std::string_view text, size_t at);

// Where the fragment that begins at `at` ends: a quoted text, or a run without
// blanks, commas, bars and lone quotes. Nothing where none begins.
std::optional<size_t> FragmentEnd(std::string_view text, size_t at);

// All places where a fragment that begins at `at` may end, in the order in
// which a regular expression tries them.
std::vector<size_t> FragmentEnds(std::string_view text, size_t at);

// A part of a text.
struct Match {
  size_t begin = 0;
  size_t end = 0;

  std::string_view In(std::string_view text) const {
    return text.substr(begin, end - begin);
  }
};

// The first fragment at or behind `at`.
std::optional<Match> FindFragment(std::string_view text, size_t at);

// The first run of names, dots and brackets at or behind `at`, as the tags
// assign and capture take their variable.
std::optional<Match> FindSignature(std::string_view text, size_t at);

// "name: value"; both are slices of the text.
struct Attribute {
  std::string_view name;
  std::string_view value;
};

// All attributes of a markup, whatever stands between them.
std::vector<Attribute> FindAttributes(std::string_view text);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_MARKUP_H_
