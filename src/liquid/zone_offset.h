#ifndef OFFPRINT_LIQUID_ZONE_OFFSET_H_
#define OFFPRINT_LIQUID_ZONE_OFFSET_H_

#include <optional>
#include <string_view>

namespace offprint::liquid {

// Ruby's Time.zone_offset: seconds east of UTC of "+08", "+0800", "+08:00:30",
// of a zone's name in RFC 2822 ("EST") or of one letter, as armed forces name
// zones; nothing for other words.
std::optional<int> ZoneOffset(std::string_view zone);

// Whether it is a name of UTC, or an offset that RFC 2822 has for it ("-0000").
bool IsUtc(std::string_view zone);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_ZONE_OFFSET_H_
