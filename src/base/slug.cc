#include "base/slug.h"

#include <cstdio>

#include "base/text.h"
#include "base/unicode.h"

namespace offprint {
namespace {

constexpr size_t kMaxBytes = 120;

std::string HashDigits(std::string_view name, int digits) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%016llx",
                static_cast<unsigned long long>(StableHash(name)));
  return std::string(buffer, static_cast<size_t>(digits));
}

std::string Words(std::string_view name) {
  std::string text;
  AppendNfkcCasefold(name, &text);
  std::string out;
  char pending = 0;  // what stands between the last word and the next
  for (size_t at = 0; at < text.size();) {
    const char32_t code_point = NextCodePoint(text, &at);
    if (!IsWordCharacter(code_point)) {
      const bool joins = code_point == '.' && pending == 0;
      pending = joins ? '.' : '-';
      continue;
    }
    std::string letter;
    AppendUtf8(code_point, &letter);
    const bool joined = pending != 0 && !out.empty();
    if (out.size() + letter.size() + (joined ? 1 : 0) > kMaxBytes - 5) break;
    if (joined) out += pending;
    pending = 0;
    out += letter;
  }
  return out;
}

}  // namespace

Slug MakeSlug(std::string_view name) {
  std::string words = Words(name);
  if (words.empty()) return {"x-" + HashDigits(name, 8)};
  // In the folder of its list this is the list's own file.
  if (words == "index.html") words[5] = '-';
  return {std::move(words)};
}

Slug MakeDistinctSlug(std::string_view name) {
  return {MakeSlug(name).value + "-" + HashDigits(name, 4)};
}

}  // namespace offprint
