// assets/cite.js of the default theme makes the same keys; tests/citations
// holds both to that.
#include "citations/key.h"

#include <algorithm>
#include <cstdio>

#include "base/text.h"
#include "base/unicode.h"
#include "citations/person_name.h"

namespace offprint {
namespace {

constexpr size_t kLongestPart = 30;  // bytes of a name or a word

constexpr std::string_view kEmptyWords[] = {
    "a",   "an",   "and",  "are",   "as",  "at",     "by",      "can",
    "do",  "does", "for",  "from",  "how", "in",     "is",      "it",
    "of",  "on",   "or",   "the",   "to",  "toward", "towards", "using",
    "via", "what", "when", "where", "why", "with"};

std::string KeyPart(std::string_view text) {
  std::string part = AsciiSkeleton(text);
  part.resize(std::min(part.size(), kLongestPart));
  return part;
}

std::string FirstWord(std::string_view title) {
  for (const std::string_view word : Split(title, ' ')) {
    std::string part = KeyPart(word);
    const bool is_empty =
        part.empty() ||
        std::ranges::find(kEmptyWords, part) != std::end(kEmptyWords);
    if (!is_empty) return part;
  }
  return {};
}

std::string IdPart(std::string_view id) {
  std::string part;
  const size_t slash = id.find('/');
  for (size_t i = 0; i < id.size(); ++i) {
    const char c = id[i];
    if (IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '.' || c == '-') {
      part += c;
    } else if (i == slash) {
      part += '-';
    } else {
      char escape[4];
      std::snprintf(escape, sizeof escape, "_%02x",
                    unsigned{static_cast<unsigned char>(c)});
      part += escape;
    }
  }
  return part;
}

}  // namespace

std::string CitationKey(const Citation& citation) {
  std::string key;
  if (!citation.authors.empty()) {
    key = KeyPart(ReadPersonName(citation.authors.front()).family);
  }
  if (key.empty()) key = "paper";
  if (citation.year > 0) key += std::to_string(citation.year);
  key += FirstWord(citation.title);
  return key + '-' + IdPart(citation.id.value);
}

}  // namespace offprint
