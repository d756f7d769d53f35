#include "liquid/time.h"

#include "base/date.h"

namespace offprint::liquid {

Time InZone(int64_t seconds, int32_t nanoseconds, const TimeZone& zone) {
  return {seconds, nanoseconds, zone.OffsetAt(seconds), &zone};
}

Time Midnight(int64_t days, const TimeZone& zone) {
  const Date date = DateFromDays(static_cast<int>(days));
  return InZone(zone.FromLocal(date, 0), 0, zone);
}

}  // namespace offprint::liquid
