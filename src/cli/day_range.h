// The days that --from and --to name.
#ifndef OFFPRINT_CLI_DAY_RANGE_H_
#define OFFPRINT_CLI_DAY_RANGE_H_

#include <optional>
#include <string>

#include "base/date.h"

namespace offprint {

// Reads the texts of the two flags, of which an empty one sets nothing. Gives
// what is wrong with them, or an empty text.
std::string ReadDayRange(const std::string& from_text,
                         const std::string& to_text, std::optional<Date>* from,
                         std::optional<Date>* to);

}  // namespace offprint

#endif  // OFFPRINT_CLI_DAY_RANGE_H_
