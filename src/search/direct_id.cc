#include "search/direct_id.h"

#include <algorithm>
#include <cstddef>
#include <initializer_list>

#include "base/text.h"
#include "base/unicode.h"
#include "search/normal_form.h"

namespace offprint::search {
namespace {

constexpr size_t kLongest = 300;  // UTF-16 units

// White space as ECMAScript's \s and trim() have it.
bool IsScriptSpace(char32_t c) {
  return c == 0xFEFF || (c != 0x85 && IsWhiteSpace(c));
}

std::string_view TrimScriptSpace(std::string_view text) {
  size_t begin = text.size();
  size_t end = 0;
  for (size_t at = 0; at < text.size();) {
    const size_t from = at;
    if (IsScriptSpace(NextCodePoint(text, &at))) continue;
    begin = std::min(begin, from);
    end = at;
  }
  return begin < end ? text.substr(begin, end - begin) : std::string_view();
}

bool HasScriptSpace(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (IsScriptSpace(NextCodePoint(text, &at))) return true;
  }
  return false;
}

size_t Utf16Length(std::string_view text) {
  size_t units = 0;
  for (size_t at = 0; at < text.size();) {
    units += NextCodePoint(text, &at) > 0xFFFF ? 2 : 1;
  }
  return units;
}

bool TakePrefix(std::string_view prefix, std::string_view* text) {
  if (!StartsWithIgnoreCase(*text, prefix)) return false;
  text->remove_prefix(prefix.size());
  return true;
}

size_t DigitRun(std::string_view text) {
  return static_cast<size_t>(std::ranges::find_if_not(text, IsAsciiDigit) -
                             text.begin());
}

// How many bytes an arXiv id takes at the head of the text, 0 for none.
size_t ArxivIdLength(std::string_view text) {
  const size_t head = DigitRun(text);
  if (head >= 4) {
    if (head > 4 || text.size() < 5 || text[4] != '.') return 0;
    const size_t number = DigitRun(text.substr(5));
    return number < 4 ? 0 : 5 + std::min<size_t>(number, 5);
  }
  if (text.empty() || !IsAsciiAlpha(text[0])) return 0;
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos) return 0;
  for (const char c : text.substr(0, slash)) {
    if (!IsAsciiAlpha(c) && c != '.' && c != '-') return 0;
  }
  return DigitRun(text.substr(slash + 1)) < 7 ? 0 : slash + 8;
}

// Takes off "v" and up to three digits.
void TakeVersion(std::string_view* text) {
  if (!StartsWithIgnoreCase(*text, "v")) return;
  const size_t digits = std::min<size_t>(DigitRun(text->substr(1)), 3);
  if (digits > 0) text->remove_prefix(1 + digits);
}

enum class Place { kAlone, kInAddress };

std::string ArxivId(std::string_view text, Place place) {
  const size_t length = ArxivIdLength(text);
  if (length == 0) return {};
  std::string_view rest = text.substr(length);
  TakeVersion(&rest);
  TakePrefix(".pdf", &rest);
  const bool goes_on =
      !rest.empty() && (place == Place::kAlone || IsAsciiAlpha(rest[0]) ||
                        IsAsciiDigit(rest[0]));
  return goes_on ? std::string() : std::string(text.substr(0, length));
}

std::string Doi(std::string_view text) {
  if (!text.starts_with("10.") || DigitRun(text.substr(3)) < 4) return {};
  const size_t slash = text.find('/');
  if (slash == std::string_view::npos) return {};
  const size_t end = std::min(text.find_first_of("?#", slash), text.size());
  if (end == slash + 1) return {};
  std::string lower;
  AppendLowerCase(text.substr(0, end), &lower);
  return lower;
}

// bioRxiv's own addresses have a version and a view behind the DOI.
void DropVersionAndView(std::string* id) {
  const auto drop_end = [id](std::string_view end) {
    if (!id->ends_with(end)) return false;
    id->resize(id->size() - end.size());
    return true;
  };
  drop_end(".pdf");
  drop_end(".full-text") || drop_end(".full") || drop_end(".abstract");
  size_t digits = 0;
  while (digits < id->size() && IsAsciiDigit((*id)[id->size() - 1 - digits])) {
    ++digits;
  }
  const bool is_version = digits >= 1 && digits <= 3 && id->size() > digits &&
                          (*id)[id->size() - 1 - digits] == 'v';
  if (is_version) id->resize(id->size() - 1 - digits);
}

bool TakeAnyPrefix(std::initializer_list<std::string_view> prefixes,
                   std::string_view* text) {
  return std::ranges::any_of(prefixes, [&](std::string_view prefix) {
    return TakePrefix(prefix, text);
  });
}

// What stands behind an address that leads to papers; all of another text.
std::string_view WithoutAddress(const std::string_view text) {
  std::string_view rest = text;
  TakeAnyPrefix({"https://", "http://"}, &rest);
  TakePrefix("www.", &rest);
  if (TakeAnyPrefix(
          {"arxiv.org/", "export.arxiv.org/", "ar5iv.org/", "alphaxiv.org/"},
          &rest)) {
    return TakeAnyPrefix({"abs/", "pdf/", "html/", "format/"}, &rest) ? rest
                                                                      : text;
  }
  if (TakeAnyPrefix({"doi.org/", "dx.doi.org/"}, &rest)) {
    TakePrefix("10.48550/arxiv.", &rest);
    return rest;
  }
  if (TakeAnyPrefix({"biorxiv.org/content/", "medrxiv.org/content/"}, &rest)) {
    TakePrefix("early/", &rest);
    return rest;
  }
  return text;
}

}  // namespace

std::string DirectId(std::string_view text) {
  std::string_view bare = TrimScriptSpace(text);
  if (TakeAnyPrefix({"arxiv:", "doi:"}, &bare)) bare = TrimScriptSpace(bare);
  const std::string_view rest = WithoutAddress(bare);
  if (HasScriptSpace(rest) || Utf16Length(rest) > kLongest) return {};
  std::string id = Doi(rest);
  if (id.empty()) {
    return ArxivId(
        rest, rest.size() == bare.size() ? Place::kAlone : Place::kInAddress);
  }
  if (AsciiLower(bare).find("rxiv.org") != std::string::npos) {
    DropVersionAndView(&id);
  }
  return id;
}

}  // namespace offprint::search
