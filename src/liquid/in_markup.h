#ifndef OFFPRINT_LIQUID_IN_MARKUP_H_
#define OFFPRINT_LIQUID_IN_MARKUP_H_

#include <cstddef>
#include <optional>
#include <string_view>

#include "liquid/markup.h"

namespace offprint::liquid {

// "item in list", which the markup of loops begins with.
struct InMarkup {
  std::string_view variable;
  Match collection;  // in the markup
};

// Liquid's lax pattern (name+)\s+in\s+(fragment+) where the name, of characters
// that `is_name` takes, begins at `at`.
std::optional<InMarkup> MatchIn(std::string_view markup, size_t at,
                                bool (*is_name)(char));

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_IN_MARKUP_H_
