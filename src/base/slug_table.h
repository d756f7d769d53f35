// Gives every name of a kind a slug of its own.
#ifndef OFFPRINT_BASE_SLUG_TABLE_H_
#define OFFPRINT_BASE_SLUG_TABLE_H_

#include <string>
#include <string_view>
#include <unordered_set>

#include "base/slug.h"

namespace offprint {

// The first name to ask gets the plain slug, later names with the same one
// get a distinct slug: ask in an order that later additions do not change.
class SlugTable {
 public:
  Slug Take(std::string_view name) {
    Slug slug = MakeSlug(name);
    if (taken_.insert(slug.value).second) return slug;
    std::string salted(name);
    do {
      slug = MakeDistinctSlug(salted);
      salted += '+';
    } while (!taken_.insert(slug.value).second);
    return slug;
  }

 private:
  std::unordered_set<std::string> taken_;
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_SLUG_TABLE_H_
