// The values of a query's filters.
#ifndef OFFPRINT_SEARCH_QUERY_FILTERS_H_
#define OFFPRINT_SEARCH_QUERY_FILTERS_H_

#include <string_view>

#include "search/query.h"

namespace offprint::search {

// Puts what the value (in normal form) says into the item, whose kind is set.
// False where it says nothing that such an item could use.
bool ReadItemValue(std::string_view value, QueryItem* item);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_QUERY_FILTERS_H_
