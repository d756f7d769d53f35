// Moments, as templates see them.
#ifndef OFFPRINT_LIQUID_TIME_H_
#define OFFPRINT_LIQUID_TIME_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/time_zone.h"

namespace offprint::liquid {

// A moment and the offset from UTC in which it is shown.
struct Time {
  int64_t seconds = 0;  // since 1970-01-01T00:00Z
  int32_t nanoseconds = 0;
  int32_t offset = 0;  // seconds east of UTC
  // Gives the offset its name; null for an offset that is just a number.
  const TimeZone* zone = nullptr;
};

// The moment as the clocks of the zone show it, which must outlive it.
Time InZone(int64_t seconds, int32_t nanoseconds, const TimeZone& zone);

// Midnight of a day, counted from 1970-01-01, in the zone.
Time Midnight(int64_t days, const TimeZone& zone);

// Ruby's Time.parse: the moment that a text of nearly any form gives. What the
// text leaves out is taken from `now`, an offset from the zone.
std::optional<Time> ParseTime(std::string_view text, int64_t now,
                              const TimeZone& zone);

// Ruby's Time#strftime, with all its flags. False where the format ends inside
// a directive, which Ruby refuses.
bool AppendTime(const Time& time, std::string_view format, std::string* out);

// Ruby's Date#strftime, for a day counted from 1970-01-01.
bool AppendDay(int64_t days, std::string_view format, std::string* out);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_TIME_H_
