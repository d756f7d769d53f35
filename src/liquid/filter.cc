#include "liquid/filter.h"

#include <unordered_map>

namespace offprint::liquid {
namespace {

using Table = std::unordered_map<std::string_view, const Filter*>;

Table MakeTable() {
  Table table;
  for (const std::span<const Filter> kind :
       {TextFilters(), MarkupFilters(), NumberFilters(), ListFilters(),
        SearchFilters(), DateFilters(), UrlFilters()}) {
    for (const Filter& filter : kind) table.emplace(filter.name, &filter);
  }
  return table;
}

const Table& Filters() {
  static const Table table = MakeTable();
  return table;
}

}  // namespace

const Filter* FindFilter(std::string_view name) {
  const auto found = Filters().find(name);
  return found == Filters().end() ? nullptr : found->second;
}

std::vector<std::string_view> FilterNames() {
  std::vector<std::string_view> names;
  for (const auto& [name, filter] : Filters()) names.push_back(name);
  return names;
}

}  // namespace offprint::liquid
