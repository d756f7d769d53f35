#include "markdown/url.h"

#include <algorithm>

#include "base/percent.h"
#include "base/text.h"

namespace offprint {
namespace {

bool IsAlnum(char c) { return IsAsciiAlpha(c) || IsAsciiDigit(c); }

bool IsHexDigit(char c) {
  return IsAsciiDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

// What RFC 3986 lets stand in an address, "%" before two digits apart.
constexpr CharSet kUrlChars = CharSet::AlnumAnd("-._~!$&'()*+,;=:@/?#");

size_t SchemeLength(std::string_view text) {
  if (StartsWithIgnoreCase(text, "https://")) return 8;
  if (StartsWithIgnoreCase(text, "http://")) return 7;
  return 0;
}

bool HasUnclosedParenthesis(std::string_view url) {
  return std::ranges::count(url, ')') > std::ranges::count(url, '(');
}

}  // namespace

bool IsLinkable(std::string_view url) {
  if (StartsWithIgnoreCase(url, "mailto:")) return url.size() > 7;
  const size_t host = SchemeLength(url);
  return host > 0 && host < url.size() && IsAlnum(url[host]);
}

void AppendHref(std::string_view url, std::string* html) {
  for (size_t i = 0; i < url.size(); ++i) {
    const char c = url[i];
    const bool is_escape = c == '%' && i + 2 < url.size() &&
                           IsHexDigit(url[i + 1]) && IsHexDigit(url[i + 2]);
    if (kUrlChars.Has(c) || is_escape) {
      AppendHtmlEscaped(url.substr(i, 1), html);
    } else {
      AppendPercent(c, html);
    }
  }
}

size_t BareUrlLength(std::string_view text, size_t at) {
  if (at > 0 && IsAlnum(text[at - 1])) return 0;
  std::string_view url = text.substr(at);
  const size_t scheme = SchemeLength(url);
  if (scheme == 0) return 0;
  size_t end = scheme;
  while (end < url.size() && (kUrlChars.Has(url[end]) || url[end] == '%'))
    ++end;
  url = url.substr(0, end);
  static constexpr CharSet kNotLast("?!.,:;*_~'");
  while (kNotLast.Has(url.back()) ||
         (url.back() == ')' && HasUnclosedParenthesis(url))) {
    url.remove_suffix(1);
  }
  return IsLinkable(url) ? url.size() : 0;
}

BareUrl FindBareUrl(std::string_view text, size_t from) {
  size_t colon = from;
  while ((colon = text.find("://", colon)) != std::string_view::npos) {
    for (const size_t scheme : {size_t{4}, size_t{5}}) {
      if (colon < from + scheme) continue;
      const size_t at = colon - scheme;
      if (const size_t length = BareUrlLength(text, at)) return {at, length};
    }
    ++colon;
  }
  return {};
}

}  // namespace offprint
