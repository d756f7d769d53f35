#ifndef OFFPRINT_LIQUID_DATE_PARSE_H_
#define OFFPRINT_LIQUID_DATE_PARSE_H_

#include <string_view>

#include "liquid/date_parts.h"

namespace offprint::liquid {

// Ruby's Date._parse: looks for parts of a date and of a time anywhere in a
// text. Years of two digits are made whole.
DateParts FindDateParts(std::string_view text);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_DATE_PARSE_H_
