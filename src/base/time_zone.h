// Time zones of the IANA database, as the system has it.
#ifndef OFFPRINT_BASE_TIME_ZONE_H_
#define OFFPRINT_BASE_TIME_ZONE_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "base/date.h"

namespace date {
class time_zone;
}

namespace offprint {

// A zone such as "Asia/Shanghai". Cheap to copy; the database outlives it.
class TimeZone {
 public:
  // UTC.
  TimeZone();

  // Whether there is a zone of that name; when there is, it becomes *zone.
  static bool Find(std::string_view name, TimeZone* zone);

  // Seconds east of UTC at a moment (in seconds since 1970-01-01T00:00Z).
  int OffsetAt(int64_t unix_seconds) const;

  // The abbreviation in force at that moment: "CST", "UTC".
  std::string AbbreviationAt(int64_t unix_seconds) const;

  // The moment at which the clocks of the zone show that wall time. A time
  // that a clock change skips or repeats becomes the earliest moment there is.
  int64_t FromLocal(Date date, int seconds_of_day) const;

 private:
  const date::time_zone* zone_;
};

// "2026-01-23T00:00:00+08:00", RFC 3339: the first moment of a day in a zone.
std::string FormatRfc3339(Date date, const TimeZone& zone);

}  // namespace offprint

#endif  // OFFPRINT_BASE_TIME_ZONE_H_
