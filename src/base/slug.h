// Slugs: the words of a name as one segment of an address.
#ifndef OFFPRINT_BASE_SLUG_H_
#define OFFPRINT_BASE_SLUG_H_

#include <compare>
#include <string>
#include <string_view>

namespace offprint {

// One segment of a path: not empty, no "/", never ".", ".." or "index.html", no
// control character, at most 120 bytes of UTF-8. Chinese and other letters
// stay.
struct Slug {
  std::string value;
  auto operator<=>(const Slug&) const = default;
};

// The slug of a name: normalised (NFKC, case folded), letters, marks and
// digits kept, "." kept between two of them ("cs.cv"), each run of anything
// else one "-". A name without any becomes "x-" and its hash. Names that differ
// may share a slug: SlugTable keeps them apart.
Slug MakeSlug(std::string_view name);

// The slug with "-" and four hexadecimal digits of the name's hash behind it,
// for a name whose plain slug another one has.
Slug MakeDistinctSlug(std::string_view name);

}  // namespace offprint

#endif  // OFFPRINT_BASE_SLUG_H_
