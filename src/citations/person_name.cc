// assets/cite.js of the default theme reads names the same way; tests/citations
// holds both to that.
#include "citations/person_name.h"

#include <algorithm>
#include <span>
#include <vector>

#include "base/text.h"

namespace offprint {
namespace {

constexpr std::string_view kSuffixes[] = {"Jr", "Jr.", "Sr", "Sr.",
                                          "II", "III", "IV"};
constexpr std::string_view kGroups[] = {
    "Collaboration", "Consortium", "Group", "Initiative",
    "Network",       "Project",    "Team"};

bool IsOneOf(std::string_view word, std::span<const std::string_view> words) {
  return std::ranges::find(words, word) != words.end();
}

bool HasEasternLetter(std::string_view name) {
  for (size_t at = 0; at < name.size();) {
    if (NextCodePoint(name, &at) >= 0x2E80) return true;
  }
  return false;
}

bool IsAnd(std::string_view word) {
  return word == "&" || EqualsIgnoreCase(word, "and");
}

bool IsSmall(std::string_view word) {
  return !word.empty() && word[0] >= 'a' && word[0] <= 'z';
}

std::string Joined(std::span<const std::string_view> words) {
  std::string text;
  for (const std::string_view word : words) {
    if (!text.empty()) text += ' ';
    text += word;
  }
  return text;
}

std::vector<std::string_view> WordsOf(std::string_view text) {
  std::vector<std::string_view> words = Split(text, ' ');
  std::erase(words, std::string_view());
  return words;
}

// "van der Berg": the small words before the last one are the particle.
void ReadFamily(std::span<const std::string_view> words, PersonName* name) {
  size_t small = 0;
  while (small + 1 < words.size() && IsSmall(words[small])) ++small;
  name->particle = Joined(words.first(small));
  name->family = Joined(words.subspan(small));
}

// "Guido van Rossum": the family begins at the first small word behind the
// given name, else it is the last word.
void ReadWestern(std::span<const std::string_view> words, PersonName* name) {
  size_t family = words.size() - 1;
  for (size_t i = 1; i < family; ++i) {
    if (IsSmall(words[i])) family = i;
  }
  name->given = Joined(words.first(family));
  ReadFamily(words.subspan(family), name);
}

// "King, Martin", "King, Jr., Martin" or "Martin King, Jr."; false for others.
bool ReadWithCommas(std::string_view text, PersonName* name) {
  std::vector<std::string_view> parts = Split(text, ',');
  for (std::string_view& part : parts) part = Trim(part);
  if (std::ranges::find(parts, std::string_view()) != parts.end()) return false;
  if (parts.size() == 2 && IsOneOf(parts[1], kSuffixes)) {
    const auto words = WordsOf(parts[0]);
    if (words.size() < 2) return false;
    ReadWestern(words, name);
    name->suffix = parts[1];
    return true;
  }
  const bool has_suffix = parts.size() == 3 && IsOneOf(parts[1], kSuffixes);
  if (parts.size() != 2 && !has_suffix) return false;
  ReadFamily(WordsOf(parts[0]), name);
  name->given = parts.back();
  if (has_suffix) name->suffix = parts[1];
  return true;
}

}  // namespace

PersonName ReadPersonName(std::string_view text) {
  PersonName name;
  auto words = WordsOf(text);
  const bool is_whole =
      words.empty() || StandsForOthers(text) || HasEasternLetter(text) ||
      IsOneOf(words.back(), kGroups) || std::ranges::any_of(words, IsAnd);
  if (!is_whole && text.find(',') != std::string_view::npos &&
      ReadWithCommas(text, &name)) {
    return name;
  }
  if (is_whole || words.size() == 1 ||
      text.find(',') != std::string_view::npos) {
    name.family = text;
    return name;
  }
  if (words.size() > 2 && IsOneOf(words.back(), kSuffixes)) {
    name.suffix = words.back();
    words.pop_back();
  }
  ReadWestern(words, &name);
  return name;
}

bool StandsForOthers(std::string_view name) {
  constexpr std::string_view kOthers[] = {"et al.", "et al", "others",
                                          "and others", "等"};
  return IsOneOf(name, kOthers);
}

}  // namespace offprint
