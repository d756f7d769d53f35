// Filters: what stands behind a "|".
#ifndef OFFPRINT_LIQUID_FILTER_H_
#define OFFPRINT_LIQUID_FILTER_H_

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "liquid/value.h"

namespace offprint::liquid {

class Renderer;

// One use of a filter while a template is rendered.
struct FilterCall {
  Renderer& renderer;
  Value input;
  std::span<const Value> arguments;

  // The argument, nil where there are fewer.
  Value Argument(size_t index) const {
    return index < arguments.size() ? arguments[index] : Value();
  }
};

// A filter has one of the two functions: `compute` gives a value, `write`
// appends the text that the filter makes.
struct Filter {
  std::string_view name;
  int min_arguments = 0;
  int max_arguments = 0;
  Value (*compute)(const FilterCall&) = nullptr;
  void (*write)(const FilterCall&, std::string*) = nullptr;
  // Nil stays nil, whatever `write` would make of it.
  bool keeps_nil = false;
};

// The filter of that name, or null.
const Filter* FindFilter(std::string_view name);

// All names, for "did you mean".
std::vector<std::string_view> FilterNames();

// The filters by kind, one file each.
std::span<const Filter> TextFilters();
std::span<const Filter> MarkupFilters();
std::span<const Filter> NumberFilters();
std::span<const Filter> ListFilters();
std::span<const Filter> SearchFilters();
std::span<const Filter> DateFilters();
std::span<const Filter> UrlFilters();

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_FILTER_H_
