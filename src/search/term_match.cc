#include "search/term_match.h"

#include <cstddef>

#include "base/text.h"
#include "search/normal_form.h"

namespace offprint::search {
namespace {

bool IsWordAt(std::string_view text, size_t at) {
  return at < text.size() &&
         ClassOf(NextCodePoint(text, &at)) == CharClass::kWord;
}

// Of the code point that ends before `at`.
bool IsWordBefore(std::string_view text, size_t at) {
  if (at == 0) return false;
  size_t begin = at - 1;
  while (begin > 0 &&
         (static_cast<unsigned char>(text[begin]) & 0xC0U) == 0x80) {
    --begin;
  }
  return IsWordAt(text, begin);
}

}  // namespace

bool TermMatches(std::string_view term, std::string_view text, TermEnd end) {
  if (term.empty()) return false;
  const bool begins_word = IsWordAt(term, 0);
  const bool ends_word =
      end == TermEnd::kWhole && IsWordBefore(term, term.size());
  for (size_t at = text.find(term); at != std::string_view::npos;
       at = text.find(term, at + 1)) {
    if (begins_word && IsWordBefore(text, at)) continue;
    if (ends_word && IsWordAt(text, at + term.size())) continue;
    return true;
  }
  return false;
}

}  // namespace offprint::search
