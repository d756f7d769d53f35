// What loops run over.
#ifndef OFFPRINT_LIQUID_LOOP_H_
#define OFFPRINT_LIQUID_LOOP_H_

#include <cstdint>
#include <optional>

#include "liquid/value.h"

namespace offprint::liquid {

class Renderer;

// A run of items of a collection: of an array, of a range, of a hash as
// [key, value] pairs, or a text as its only item.
struct Items {
  Value collection;
  size_t first = 0;
  size_t count = 0;
  bool backwards = false;

  Value At(size_t index, Renderer& renderer) const;
};

// The items of the collection from `from`, up to and without `to`.
Items SliceItems(const Value& collection, int64_t from,
                 std::optional<int64_t> to);

// Ruby's to_i; a failure of the renderer for what has none.
int64_t ToInteger(const Value& value, Renderer& renderer);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_LOOP_H_
