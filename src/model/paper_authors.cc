#include "model/paper_authors.h"

#include <algorithm>

namespace offprint {

std::vector<std::string_view> AuthorsOf(std::vector<const Entry*> entries) {
  std::stable_sort(entries.begin(), entries.end(),
                   [](const Entry* a, const Entry* b) {
                     return a->authors.size() > b->authors.size();
                   });
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

}  // namespace offprint
