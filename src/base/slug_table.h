// Gives every name of a kind a slug of its own.
#ifndef OFFPRINT_BASE_SLUG_TABLE_H_
#define OFFPRINT_BASE_SLUG_TABLE_H_

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_set>

#include "base/hash.h"
#include "base/slug.h"

namespace offprint {

// The first name to ask gets the plain slug, later names with the same one
// get a distinct slug: ask in an order that later additions do not change.
class SlugTable {
 public:
  Slug Take(std::string_view name) { return Take(name, MakeSlug(name)); }

  // `plain` is what MakeSlug gives of the name.
  Slug Take(std::string_view name, Slug plain) {
    if (IsFirst(plain)) return plain;
    std::string salted(name);
    do {
      plain = MakeDistinctSlug(salted);
      salted += '+';
    } while (!IsFirst(plain));
    return plain;
  }

 private:
  bool IsFirst(const Slug& slug) {
    return taken_.insert(HashOf(slug.value).low).second;
  }

  std::unordered_set<uint64_t> taken_;  // hashes of slugs
};

}  // namespace offprint

#endif  // OFFPRINT_BASE_SLUG_TABLE_H_
