#include "markdown/characters.h"

#include "base/text.h"

namespace offprint {

bool IsAsciiPunctuation(char32_t c) {
  return c < 0x80 && c > 0x20 && c != 0x7F &&
         !IsAsciiAlpha(static_cast<char>(c)) &&
         !IsAsciiDigit(static_cast<char>(c));
}

bool IsCjkPunctuation(char32_t c) {
  return c == 0xB7 || (c >= 0x2010 && c <= 0x2027) ||
         (c >= 0x2030 && c <= 0x205E) || (c >= 0x3001 && c <= 0x303F) ||
         (c >= 0xFF01 && c <= 0xFF0F) || (c >= 0xFF1A && c <= 0xFF20) ||
         (c >= 0xFF3B && c <= 0xFF40) || (c >= 0xFF5B && c <= 0xFF65);
}

bool IsBlank(char32_t c) { return c <= 0x20 || c == 0xA0 || c == 0x3000; }

bool IsWordy(char32_t c) {
  return !IsBlank(c) && !IsAsciiPunctuation(c) && !IsCjkPunctuation(c);
}

char32_t CodePointBefore(std::string_view text, size_t at) {
  if (at == 0) return U'\n';
  do {
    --at;
  } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
  return NextCodePoint(text, &at);
}

char32_t CodePointAt(std::string_view text, size_t at) {
  return at < text.size() ? NextCodePoint(text, &at) : U'\n';
}

}  // namespace offprint
