// Bytes in addresses as %XX (RFC 3986, 2.1).
#ifndef OFFPRINT_BASE_PERCENT_H_
#define OFFPRINT_BASE_PERCENT_H_

#include <string>
#include <string_view>

#include "base/char_set.h"

namespace offprint {

// "%E8", of one byte.
void AppendPercent(char c, std::string* out);

// The text with all bytes but those of the set as %XX.
std::string PercentEncoded(std::string_view text, const CharSet& kept);

}  // namespace offprint

#endif  // OFFPRINT_BASE_PERCENT_H_
