// Text by characters: code points of UTF-8.
#ifndef OFFPRINT_LIQUID_CHARACTERS_H_
#define OFFPRINT_LIQUID_CHARACTERS_H_

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace offprint::liquid {

size_t CountCodePoints(std::string_view text);

// The byte at which the character of that index begins; the size of the text
// where it has fewer.
size_t CodePointOffset(std::string_view text, size_t index);

// Ruby's slice: `length` items from `offset` of `size`, where a negative
// offset counts from the end. Nothing where it lies outside.
struct Slice {
  size_t begin = 0;
  size_t end = 0;
};
std::optional<Slice> SliceOf(size_t size, int64_t offset, int64_t length);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_CHARACTERS_H_
