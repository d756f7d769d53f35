#include "liquid/broken_down_time.h"

namespace offprint::liquid {

BrokenDownTime::BrokenDownTime(const Time& time)
    : seconds(time.seconds),
      nanoseconds(time.nanoseconds),
      offset(time.offset) {
  if (time.zone != nullptr) zone = time.zone->AbbreviationAt(time.seconds);
  const int64_t local = time.seconds + time.offset;
  const int64_t days = local / 86400 - (local % 86400 < 0 ? 1 : 0);
  const auto clock = static_cast<int>(local - days * 86400);
  date = DateFromDays(static_cast<int>(days));
  hour = clock / 3600;
  minute = clock / 60 % 60;
  second = clock % 60;
}

BrokenDownTime BrokenDownTime::OfDay(int64_t days) {
  BrokenDownTime time;
  time.seconds = days * 86400;
  time.date = DateFromDays(static_cast<int>(days));
  time.zone = "+00:00";
  time.is_day = true;
  return time;
}

IsoWeek BrokenDownTime::iso_week() const {
  // The week belongs to the year of its Thursday.
  const int thursday = DaysSinceEpoch(date) - weekday() + 3;
  const int year = DateFromDays(thursday).year;
  return {year, (thursday - DaysSinceEpoch({year, 1, 1})) / 7 + 1};
}

int BrokenDownTime::week_from_sunday() const {
  return (day_of_year() + 6 - (weekday() + 1) % 7) / 7;
}

int BrokenDownTime::week_from_monday() const {
  return (day_of_year() + 6 - weekday()) / 7;
}

}  // namespace offprint::liquid
