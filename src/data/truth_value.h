// Truth values in mappings.
#ifndef OFFPRINT_DATA_TRUTH_VALUE_H_
#define OFFPRINT_DATA_TRUTH_VALUE_H_

#include <string_view>

#include "data/value.h"

namespace offprint::data {

// Whether the value under the key is there, and is that truth value: neither is
// so of a number or a text.
bool IsTrue(const Object& values, std::string_view key);
bool IsFalse(const Object& values, std::string_view key);

}  // namespace offprint::data

#endif  // OFFPRINT_DATA_TRUTH_VALUE_H_
