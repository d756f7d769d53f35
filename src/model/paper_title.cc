#include "model/paper_title.h"

#include <algorithm>

#include "base/text.h"

namespace offprint {
namespace {

// Han as Unicode's main blocks have it: enough to tell a Chinese title.
bool HasHan(std::string_view text) {
  for (size_t at = 0; at < text.size();) {
    if (static_cast<unsigned char>(text[at]) < 0x80) {
      ++at;
      continue;
    }
    const char32_t c = NextCodePoint(text, &at);
    if ((c >= 0x3400 && c <= 0x9FFF) || (c >= 0x20000 && c <= 0x3FFFF)) {
      return true;
    }
  }
  return false;
}

std::string_view MostFrequent(const std::vector<const Entry*>& entries) {
  std::string_view best;
  std::ptrdiff_t best_count = 0;
  for (auto entry = entries.begin(); entry != entries.end(); ++entry) {
    const std::string_view title = (*entry)->title;
    if (title.empty() || title == best) continue;
    const auto count = std::count_if(
        entry, entries.end(),
        [&](const Entry* other) { return other->title == title; });
    if (count > best_count) {
      best = title;
      best_count = count;
    }
  }
  return best;
}

std::string_view GivenOriginal(const std::vector<const Entry*>& entries) {
  for (const Entry* entry : entries) {
    if (!entry->original_title.empty()) return entry->original_title;
  }
  return {};
}

}  // namespace

TitleChoice ChooseTitle(const std::vector<const Entry*>& entries,
                        const Metadata* metadata) {
  TitleChoice choice;
  choice.title = MostFrequent(entries);
  choice.original_title = GivenOriginal(entries);
  if (choice.title.empty()) choice.title = choice.original_title;
  if (choice.original_title.empty() && HasHan(choice.title)) {
    for (const Entry* entry : entries) {
      if (entry->title.empty() || HasHan(entry->title)) continue;
      choice.original_title = entry->title;
      break;
    }
  }
  if (metadata != nullptr && choice.title.empty()) {
    choice.title = metadata->title;
  } else if (metadata != nullptr && choice.original_title.empty() &&
             HasHan(choice.title) != HasHan(metadata->title)) {
    choice.original_title = metadata->title;
  }
  if (choice.original_title == choice.title) choice.original_title = {};
  return choice;
}

}  // namespace offprint
