#include "model/paper_authors.h"

#include <algorithm>
#include <string>
#include <unordered_set>

#include "base/text.h"
#include "base/unicode.h"

namespace offprint {
namespace {

// The words of a name without accents and case, the family's last.
std::vector<std::string> WordsOf(std::string_view name) {
  std::string ordered(name);
  const size_t comma = name.find(',');
  if (comma != std::string_view::npos) {
    ordered = std::string(name.substr(comma + 1)) + " " +
              std::string(name.substr(0, comma));
  }
  std::ranges::replace(ordered, '.', ' ');
  std::vector<std::string> words;
  for (const std::string_view part : Split(ordered, ' ')) {
    std::string word = AsciiSkeleton(part);
    if (!word.empty()) words.push_back(std::move(word));
  }
  return words;
}

// Takes "et al." off the end of a name; false where it does not stand there.
bool TakeOthers(std::string_view* name) {
  for (const std::string_view others :
       {"et al.", "et al", "等", "and others"}) {
    if (!name->ends_with(others)) continue;
    *name = Trim(name->substr(0, name->size() - others.size()));
    return true;
  }
  return *name == "others";
}

// Whether the metadata's list says more than the longest of the entries'.
bool SaysMore(const Metadata& metadata, const NameList& longest) {
  if (longest.empty()) return true;
  std::string_view first = longest.front();
  bool is_cut = TakeOthers(&first);
  std::string_view last = longest.back();
  is_cut = is_cut || TakeOthers(&last);
  return MayBeSamePerson(first, metadata.authors.front().name) &&
         (is_cut || longest.size() < metadata.authors.size());
}

std::vector<std::string_view> NamesOf(const Metadata& metadata) {
  std::vector<std::string_view> names;
  std::unordered_set<std::string_view> seen;
  for (const MetadataAuthor& author : metadata.authors) {
    if (seen.insert(author.name).second) names.push_back(author.name);
  }
  return names;
}

}  // namespace

std::vector<std::string_view> AuthorsOf(std::vector<const Entry*> entries,
                                        const Metadata* metadata) {
  if (entries.size() > 1) {
    std::stable_sort(entries.begin(), entries.end(),
                     [](const Entry* a, const Entry* b) {
                       return a->authors.size() > b->authors.size();
                     });
  }
  if (metadata != nullptr && !metadata->authors.empty() &&
      (entries.empty() || SaysMore(*metadata, entries.front()->authors))) {
    return NamesOf(*metadata);
  }
  std::vector<std::string_view> names;
  for (const Entry* entry : entries) {
    for (const std::string_view name : entry->authors) {
      if (std::find(names.begin(), names.end(), name) == names.end()) {
        names.push_back(name);
      }
    }
  }
  return names;
}

bool MayBeSamePerson(std::string_view a, std::string_view b) {
  if (a == b) return true;
  const std::vector<std::string> of_a = WordsOf(a);
  const std::vector<std::string> of_b = WordsOf(b);
  if (of_a.empty() || of_b.empty() || of_a.back() != of_b.back()) return false;
  const std::string& first_a = of_a.front();
  const std::string& first_b = of_b.front();
  const bool is_initial = first_a.size() == 1 || first_b.size() == 1;
  return is_initial ? first_a[0] == first_b[0] : first_a == first_b;
}

}  // namespace offprint
