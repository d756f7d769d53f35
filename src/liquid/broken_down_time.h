#ifndef OFFPRINT_LIQUID_BROKEN_DOWN_TIME_H_
#define OFFPRINT_LIQUID_BROKEN_DOWN_TIME_H_

#include <cstdint>
#include <string>

#include "base/date.h"
#include "liquid/time.h"

namespace offprint::liquid {

// The year and the week of ISO 8601.
struct IsoWeek {
  int year = 0;
  int week = 0;
};

// A moment, or a day, in the parts of the calendar and the clock.
struct BrokenDownTime {
  explicit BrokenDownTime(const Time& time);

  // Midnight of a day, counted from 1970-01-01: Ruby's Date instead of its
  // Time.
  static BrokenDownTime OfDay(int64_t days);

  int weekday() const { return Weekday(date); }  // from Monday, 0
  int day_of_year() const {                      // from 1
    return DaysSinceEpoch(date) - DaysSinceEpoch({date.year, 1, 1}) + 1;
  }
  IsoWeek iso_week() const;

  // The weeks of the year that began, where they begin on a Sunday or on a
  // Monday.
  int week_from_sunday() const;
  int week_from_monday() const;

  int64_t seconds = 0;  // since 1970-01-01T00:00Z
  int32_t nanoseconds = 0;
  int32_t offset = 0;  // seconds east of UTC
  std::string zone;    // its abbreviation; empty for none
  bool is_day = false;
  Date date;
  int hour = 0;
  int minute = 0;
  int second = 0;

 private:
  BrokenDownTime() = default;
};

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_BROKEN_DOWN_TIME_H_
