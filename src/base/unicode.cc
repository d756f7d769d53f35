#include "base/unicode.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <optional>

#include "base/text.h"

namespace offprint {
namespace {

// The letters that become more than one when they are made capital.
std::string_view SpecialUpper(char32_t c) {
  switch (c) {
    case 0xDF:
      return "SS";  // sharp s
    case 0x149:
      return "\u02BCN";
    case 0x1F0:
      return "J\u030C";
    case 0x390:
      return "\u0399\u0308\u0301";
    case 0x3B0:
      return "\u03A5\u0308\u0301";
    case 0x587:
      return "\u0535\u0552";
    case 0xFB00:
      return "FF";
    case 0xFB01:
      return "FI";
    case 0xFB02:
      return "FL";
    case 0xFB03:
      return "FFI";
    case 0xFB04:
      return "FFL";
    case 0xFB05:
    case 0xFB06:
      return "ST";
    default:
      return {};
  }
}

// The letters of Latin alphabets that no decomposition makes ASCII.
std::string_view AsciiLetters(char32_t c) {
  switch (c) {
    case 0xC6:
    case 0xE6:
      return "ae";
    case 0xD0:
    case 0xF0:
    case 0x110:
    case 0x111:
      return "d";
    case 0xD8:
    case 0xF8:
      return "o";
    case 0xDE:
    case 0xFE:
      return "th";
    case 0xDF:
    case 0x1E9E:
      return "ss";
    case 0x131:
      return "i";
    case 0x141:
    case 0x142:
      return "l";
    case 0x152:
    case 0x153:
      return "oe";
    default:
      return {};
  }
}

// What utf8proc makes of the text, by its stable tables; nothing where it is
// not UTF-8.
std::optional<std::string> Mapped(std::string_view text, int options) {
  utf8proc_uint8_t* mapped = nullptr;
  const utf8proc_ssize_t size =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                   static_cast<utf8proc_ssize_t>(text.size()), &mapped,
                   static_cast<utf8proc_option_t>(UTF8PROC_STABLE | options));
  if (size < 0) return std::nullopt;
  std::string out(reinterpret_cast<const char*>(mapped),
                  static_cast<size_t>(size));
  std::free(mapped);  // NOLINT: utf8proc allocates with malloc
  return out;
}

}  // namespace

bool IsWordCharacter(char32_t c) {
  if (c < 0x80) {
    return IsAsciiAlpha(static_cast<char>(c)) ||
           IsAsciiDigit(static_cast<char>(c));
  }
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
      return true;
    default:
      return false;
  }
}

bool IsPrintable(char32_t c) {
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
      return false;
    case UTF8PROC_CATEGORY_CC:
      return c == 0x85;  // counts as a blank
    default:
      return true;
  }
}

size_t DisplayWidth(char32_t c) {
  const int width = utf8proc_charwidth(static_cast<utf8proc_int32_t>(c));
  return width < 0 ? 0 : static_cast<size_t>(width);
}

void AppendLowerCase(std::string_view text, std::string* out) {
  for (size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      out->push_back(byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20)
                                                : byte);
      ++at;
      continue;
    }
    const char32_t c = NextCodePoint(text, &at);
    if (c == 0x130) {
      out->append("i\u0307");
    } else {
      AppendUtf8(static_cast<char32_t>(
                     utf8proc_tolower(static_cast<utf8proc_int32_t>(c))),
                 out);
    }
  }
}

bool AppendNfkcCasefold(std::string_view text, std::string* out) {
  const auto is_ascii = [](char c) { return (c & 0x80) == 0; };
  if (std::ranges::all_of(text, is_ascii)) {
    *out += AsciiLower(text);
    return true;
  }
  const auto folded = Mapped(text, UTF8PROC_COMPOSE | UTF8PROC_COMPAT |
                                       UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
  if (folded) *out += *folded;
  return folded.has_value();
}

std::string Composed(std::string_view text) {
  return Mapped(text, UTF8PROC_COMPOSE).value_or(std::string(text));
}

std::string AsciiSkeleton(std::string_view text) {
  const auto letters = Mapped(text, UTF8PROC_DECOMPOSE | UTF8PROC_COMPAT);
  std::string skeleton;
  for (size_t at = 0; letters && at < letters->size();) {
    const char32_t c = NextCodePoint(*letters, &at);
    if (c >= 0x80) {
      skeleton += AsciiLetters(c);
    } else if (const char byte = static_cast<char>(c);
               IsAsciiAlpha(byte) || IsAsciiDigit(byte)) {
      skeleton += byte;
    }
  }
  return AsciiLower(skeleton);
}

void AppendUpperCase(std::string_view text, std::string* out) {
  for (size_t at = 0; at < text.size();) {
    const char byte = text[at];
    if (static_cast<unsigned char>(byte) < 0x80) {
      out->push_back(
          byte >= 'a' && byte <= 'z' ? static_cast<char>(byte & ~0x20) : byte);
      ++at;
      continue;
    }
    const char32_t c = NextCodePoint(text, &at);
    const std::string_view special = SpecialUpper(c);
    if (!special.empty()) {
      out->append(special);
    } else {
      AppendUtf8(static_cast<char32_t>(
                     utf8proc_toupper(static_cast<utf8proc_int32_t>(c))),
                 out);
    }
  }
}

}  // namespace offprint
