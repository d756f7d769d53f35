// Dates as YAML has them.
#ifndef OFFPRINT_DATA_TIMESTAMP_H_
#define OFFPRINT_DATA_TIMESTAMP_H_

#include <optional>
#include <string_view>

#include "data/value.h"

namespace offprint::data {

// The day or the moment that the whole text is, as SafeYAML takes it:
// 2024-03-05, or 2024-03-05 14:07:09 with a fraction and an offset where
// wanted, without one in UTC.
std::optional<Timestamp> ParseTimestamp(std::string_view text);

}  // namespace offprint::data

#endif  // OFFPRINT_DATA_TIMESTAMP_H_
