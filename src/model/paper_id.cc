#include "model/paper_id.h"

#include <algorithm>
#include <cstdio>
#include <utility>

#include "base/text.h"

namespace offprint {
namespace {

size_t DigitRun(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && IsAsciiDigit(text[end])) ++end;
  return end - at;
}

// How many bytes an arXiv id takes at the head of the text, 0 for none.
size_t ArxivIdLength(std::string_view text) {
  if (DigitRun(text, 0) == 4 && text.size() > 4 && text[4] == '.') {
    const size_t number = DigitRun(text, 5);
    return number == 4 || number == 5 ? 5 + number : 0;
  }
  size_t at = 0;
  while (at < text.size() && (IsAsciiAlpha(text[at]) || text[at] == '-' ||
                              (text[at] == '.' && at > 0))) {
    ++at;
  }
  if (at == 0 || at >= text.size() || text[at] != '/') return 0;
  return DigitRun(text, at + 1) == 7 ? at + 8 : 0;
}

// Reads "vN" at the head of the text and takes it off; 0 where there is none.
int TakeVersion(std::string_view* text) {
  if (text->empty() || text->front() != 'v') return 0;
  const size_t digits = DigitRun(*text, 1);
  if (digits == 0 || digits > 3) return 0;
  int version = 0;
  for (const char c : text->substr(1, digits)) version = version * 10 + c - '0';
  text->remove_prefix(1 + digits);
  return version;
}

VersionedId ArxivAt(std::string_view text) {
  const size_t length = ArxivIdLength(text);
  if (length == 0) return {};
  VersionedId result;
  result.id = {PaperId::Kind::kArxiv, std::string(text.substr(0, length))};
  text.remove_prefix(length);
  result.version = TakeVersion(&text);
  if (text.starts_with(".pdf")) text.remove_prefix(4);
  if (!text.empty() && (IsAsciiDigit(text[0]) || IsAsciiAlpha(text[0]))) {
    return {};
  }
  return result;
}

bool IsDoi(std::string_view text) {
  if (!text.starts_with("10.")) return false;
  const size_t registrant = DigitRun(text, 3);
  const size_t slash = text.find('/');
  return registrant >= 4 && slash != std::string_view::npos &&
         slash + 1 < text.size();
}

PaperId Doi(std::string_view text) {
  text = text.substr(0, text.find_first_of("?# \t\n"));
  return {PaperId::Kind::kDoi, AsciiLower(text)};
}

// "10.1101/2024.09.01.610000v2.full.pdf", as bioRxiv and medRxiv write it.
VersionedId RxivContent(std::string_view text) {
  if (!IsDoi(text)) return {};
  text = text.substr(0, text.find_first_of("?#"));
  for (const std::string_view tail :
       {"+html", ".pdf", ".full-text", ".full", ".abstract"}) {
    if (text.ends_with(tail)) text.remove_suffix(tail.size());
  }
  VersionedId result;
  size_t digits = 0;
  while (digits < text.size() && IsAsciiDigit(text[text.size() - digits - 1])) {
    ++digits;
  }
  const size_t mark = text.size() - digits - 1;
  if (digits > 0 && digits < text.size() && text[mark] == 'v') {
    std::string_view version = text.substr(mark);
    result.version = TakeVersion(&version);
    if (result.version > 0) text = text.substr(0, mark);
  }
  result.id = Doi(text);
  return result;
}

bool TakePrefix(std::string_view* text, std::string_view prefix) {
  if (!StartsWithIgnoreCase(*text, prefix)) return false;
  text->remove_prefix(prefix.size());
  return true;
}

}  // namespace

VersionedId IdFromUrl(std::string_view url) {
  url = Trim(url);
  if (!TakePrefix(&url, "https://")) TakePrefix(&url, "http://");
  TakePrefix(&url, "www.");
  if (TakePrefix(&url, "arxiv.org/") || TakePrefix(&url, "export.arxiv.org/") ||
      TakePrefix(&url, "ar5iv.org/") || TakePrefix(&url, "alphaxiv.org/")) {
    for (const std::string_view kind : {"abs/", "pdf/", "html/", "format/"}) {
      if (TakePrefix(&url, kind)) return ArxivAt(url);
    }
    return {};
  }
  if (TakePrefix(&url, "doi.org/") || TakePrefix(&url, "dx.doi.org/")) {
    if (TakePrefix(&url, "10.48550/arxiv.")) return ArxivAt(url);
    if (!IsDoi(url)) return {};
    return {Doi(url), 0};
  }
  if (TakePrefix(&url, "biorxiv.org/content/") ||
      TakePrefix(&url, "medrxiv.org/content/")) {
    TakePrefix(&url, "early/");
    return RxivContent(url);
  }
  return {};
}

VersionedId IdFromText(std::string_view text) {
  text = Trim(text);
  TakePrefix(&text, "arxiv:");
  TakePrefix(&text, "doi:");
  text = Trim(text);
  if (IsDoi(text)) return {Doi(text), 0};
  return ArxivAt(text);
}

PaperId HashId(std::string_view link_or_title) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%016llx",
                static_cast<unsigned long long>(StableHash(link_or_title)));
  return {PaperId::Kind::kHash, buffer};
}

std::string AbstractUrl(const PaperId& id) {
  switch (id.kind) {
    case PaperId::Kind::kArxiv:
      return "https://arxiv.org/abs/" + id.value;
    case PaperId::Kind::kDoi:
      return "https://doi.org/" + id.value;
    case PaperId::Kind::kHash:
    case PaperId::Kind::kNone:
      break;
  }
  return {};
}

}  // namespace offprint
