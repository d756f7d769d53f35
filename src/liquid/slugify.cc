#include "liquid/slugify.h"

#include "base/text.h"
#include "base/unicode.h"

namespace offprint::liquid {
namespace {

// The Latin letters from U+00C0 to U+017E without their accents, as Ruby's
// i18n writes them; empty for what it does not know.
constexpr char32_t kFirstLatin = 0xC0;
constexpr std::string_view kPlainLatin[] = {
    "A", "A", "A", "A",  "A",  "A",  "AE", "C",  "E",  "E",  "E",  "E",  "I",
    "I", "I", "I", "D",  "N",  "O",  "O",  "O",  "O",  "O",  "x",  "O",  "U",
    "U", "U", "U", "Y",  "Th", "ss", "a",  "a",  "a",  "a",  "a",  "a",  "ae",
    "c", "e", "e", "e",  "e",  "i",  "i",  "i",  "i",  "d",  "n",  "o",  "o",
    "o", "o", "o", "",   "o",  "u",  "u",  "u",  "u",  "y",  "th", "y",  "A",
    "a", "A", "a", "A",  "a",  "C",  "c",  "C",  "c",  "C",  "c",  "C",  "c",
    "D", "d", "D", "d",  "E",  "e",  "E",  "e",  "E",  "e",  "E",  "e",  "E",
    "e", "G", "g", "G",  "g",  "G",  "g",  "G",  "g",  "H",  "h",  "H",  "h",
    "I", "i", "I", "i",  "I",  "i",  "I",  "i",  "I",  "i",  "IJ", "ij", "J",
    "j", "K", "k", "k",  "L",  "l",  "L",  "l",  "L",  "l",  "L",  "l",  "L",
    "l", "N", "n", "N",  "n",  "N",  "n",  "'n", "NG", "ng", "O",  "o",  "O",
    "o", "O", "o", "OE", "oe", "R",  "r",  "R",  "r",  "R",  "r",  "S",  "s",
    "S", "s", "S", "s",  "S",  "s",  "T",  "t",  "T",  "t",  "T",  "t",  "U",
    "u", "U", "u", "U",  "u",  "U",  "u",  "U",  "u",  "U",  "u",  "W",  "w",
    "Y", "y", "Y", "Z",  "z",  "Z",  "z",  "Z",  "z",
};

bool IsAlphanumeric(char32_t c) {
  return c < 0x80 && (IsAsciiAlpha(static_cast<char>(c)) ||
                      IsAsciiDigit(static_cast<char>(c)));
}

std::string Transliterated(std::string_view text) {
  std::string plain;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = NextCodePoint(text, &at);
    if (c < 0x80) {
      plain.push_back(static_cast<char>(c));
    } else if (c >= kFirstLatin && c - kFirstLatin < std::size(kPlainLatin) &&
               !kPlainLatin[c - kFirstLatin].empty()) {
      plain.append(kPlainLatin[c - kFirstLatin]);
    } else {
      plain.push_back('?');
    }
  }
  return plain;
}

// Whether the character stays in a slug of that mode.
bool Stays(char32_t c, std::string_view mode) {
  if (mode == "raw") return c >= 0x80 || !IsSpace(static_cast<char>(c));
  if (mode == "ascii" || mode == "latin") return IsAlphanumeric(c);
  if (IsWordCharacter(c)) return true;
  constexpr std::string_view kPretty = "._~!$&'()+,;=@";
  return mode == "pretty" && c < 0x80 &&
         kPretty.find(static_cast<char>(c)) != std::string_view::npos;
}

bool IsMode(std::string_view mode) {
  return mode == "raw" || mode == "default" || mode == "pretty" ||
         mode == "ascii" || mode == "latin";
}

}  // namespace

std::string CasedSlug(std::string_view text, std::string_view mode) {
  if (!IsMode(mode)) return std::string(text);
  const std::string plain =
      mode == "latin" ? Transliterated(text) : std::string(text);
  std::string slug;
  bool in_gap = false;
  for (size_t at = 0; at < plain.size();) {
    const size_t begin = at;
    if (Stays(NextCodePoint(plain, &at), mode)) {
      slug.append(plain, begin, at - begin);
      in_gap = false;
    } else {
      if (!in_gap) slug.push_back('-');
      in_gap = true;
    }
  }
  if (slug.starts_with('-')) slug.erase(0, 1);
  if (slug.ends_with('-')) slug.pop_back();
  return slug;
}

void AppendSlug(std::string_view text, std::string_view mode,
                std::string* out) {
  AppendLowerCase(CasedSlug(text, mode), out);
}

}  // namespace offprint::liquid
