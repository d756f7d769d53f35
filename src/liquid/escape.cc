#include "liquid/escape.h"

#include <optional>

#include "base/char_set.h"
#include "base/percent.h"
#include "base/text.h"

namespace offprint::liquid {
namespace {

std::string_view Reference(char c) {
  switch (c) {
    case '&':
      return "&amp;";
    case '<':
      return "&lt;";
    case '>':
      return "&gt;";
    case '"':
      return "&quot;";
    case '\'':
      return "&#39;";
    default:
      return {};
  }
}

// Copies the text in runs, with references for the characters of the set.
void AppendWithReferences(std::string_view text, const CharSet& set,
                          std::string* out) {
  size_t begin = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    if (!set.Has(text[at])) continue;
    out->append(text, begin, at - begin);
    out->append(Reference(text[at]));
    begin = at + 1;
  }
  out->append(text, begin, text.size() - begin);
}

// Whether [a-zA-Z]+; or #\d+; stands at `at`.
bool IsReferenceAt(std::string_view text, size_t at) {
  const bool number = at < text.size() && text[at] == '#';
  if (number) ++at;
  const size_t begin = at;
  while (at < text.size() &&
         (number ? IsAsciiDigit(text[at]) : IsAsciiAlpha(text[at]))) {
    ++at;
  }
  return at > begin && at < text.size() && text[at] == ';';
}

std::optional<char> HexPair(std::string_view text, size_t at) {
  if (at + 1 >= text.size()) return std::nullopt;
  int value = 0;
  for (const char c : text.substr(at, 2)) {
    const char lower = IsAsciiAlpha(c) ? static_cast<char>(c | 0x20) : c;
    if (IsAsciiDigit(lower)) {
      value = value * 16 + (lower - '0');
    } else if (lower >= 'a' && lower <= 'f') {
      value = value * 16 + (lower - 'a' + 10);
    } else {
      return std::nullopt;
    }
  }
  return static_cast<char>(value);
}

constexpr bool IsUnreserved(char c) {
  return IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '-' || c == '.' ||
         c == '_' || c == '~';
}

constexpr CharSet kReserved(":/?#[]@!$&'()*+,;=");

}  // namespace

void AppendCgiEscaped(std::string_view text, std::string* out) {
  static constexpr CharSet kSet("&<>\"'");
  AppendWithReferences(text, kSet, out);
}

void AppendXmlEscaped(std::string_view text, std::string* out) {
  static constexpr CharSet kSet("&<>\"");
  AppendWithReferences(text, kSet, out);
}

void AppendEscapedCode(std::string_view text, std::string* out) {
  static constexpr CharSet kSet("&<>");
  AppendWithReferences(text, kSet, out);
}

void AppendEscapedOnce(std::string_view text, std::string* out) {
  for (size_t at = 0; at < text.size(); ++at) {
    const std::string_view reference = Reference(text[at]);
    if (reference.empty() || (text[at] == '&' && IsReferenceAt(text, at + 1))) {
      out->push_back(text[at]);
    } else {
      out->append(reference);
    }
  }
}

void AppendFormEscaped(std::string_view text, std::string* out) {
  for (const char c : text) {
    if (c == ' ') {
      out->push_back('+');
    } else if (IsUnreserved(c) || c == '*') {
      out->push_back(c);
    } else {
      AppendPercent(c, out);
    }
  }
}

std::string FormUnescaped(std::string_view text) {
  std::string result;
  for (size_t at = 0; at < text.size(); ++at) {
    const auto byte =
        text[at] == '%' ? HexPair(text, at + 1) : std::optional<char>();
    if (byte) {
      result.push_back(*byte);
      at += 2;
    } else {
      result.push_back(text[at] == '+' ? ' ' : text[at]);
    }
  }
  return result;
}

std::string PercentDecoded(std::string_view text) {
  std::string plain;
  for (size_t at = 0; at < text.size(); ++at) {
    const auto byte =
        text[at] == '%' ? HexPair(text, at + 1) : std::optional<char>();
    plain.push_back(byte.value_or(text[at]));
    if (byte) at += 2;
  }
  return plain;
}

// Unescaped as a whole, then escaped again where it must be.
std::string ComponentNormalized(std::string_view text) {
  std::string result;
  for (const char c : PercentDecoded(text)) {
    if (IsUnreserved(c) || kReserved.Has(c)) {
      result.push_back(c);
    } else {
      AppendPercent(c, &result);
    }
  }
  return result;
}

}  // namespace offprint::liquid
