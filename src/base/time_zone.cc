#include "base/time_zone.h"

#include <date/tz.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <stdexcept>

namespace offprint {

using std::chrono::seconds;

TimeZone::TimeZone() : zone_(date::locate_zone("Etc/UTC")) {}

bool TimeZone::Find(std::string_view name, TimeZone* zone) {
  try {
    zone->zone_ = date::locate_zone(std::string(name));
    return true;
  } catch (const std::runtime_error&) {
    return false;
  }
}

int TimeZone::OffsetAt(int64_t unix_seconds) const {
  const date::sys_seconds moment{seconds(unix_seconds)};
  return static_cast<int>(zone_->get_info(moment).offset.count());
}

std::string TimeZone::AbbreviationAt(int64_t unix_seconds) const {
  const date::sys_seconds moment{seconds(unix_seconds)};
  return zone_->get_info(moment).abbrev;
}

int64_t TimeZone::FromLocal(Date date, int seconds_of_day) const {
  const date::local_seconds local{
      seconds(int64_t{DaysSinceEpoch(date)} * 86400 + seconds_of_day)};
  return zone_->to_sys(local, date::choose::earliest)
      .time_since_epoch()
      .count();
}

std::string FormatRfc3339(Date date, const TimeZone& zone) {
  const int64_t moment = zone.FromLocal(date, 0);
  const int offset = zone.OffsetAt(moment);
  // Not 0 on a day whose midnight the clocks skip.
  const auto wall =
      static_cast<int>(moment + offset - int64_t{DaysSinceEpoch(date)} * 86400);
  const int minutes = std::abs(offset) / 60;
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "T%02d:%02d:%02d%c%02d:%02d",
                wall / 3600, wall / 60 % 60, wall % 60, offset < 0 ? '-' : '+',
                minutes / 60, minutes % 60);
  return FormatDate(date) + buffer;
}

}  // namespace offprint
