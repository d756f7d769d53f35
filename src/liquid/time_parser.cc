// Ruby's Time.parse: what Date._parse finds in a text becomes a moment.
#include <optional>

#include "base/date.h"
#include "liquid/broken_down_time.h"
#include "liquid/date_parse.h"
#include "liquid/time.h"
#include "liquid/zone_offset.h"

namespace offprint::liquid {
namespace {

// Longer texts are no dates to Ruby.
constexpr size_t kLongest = 128;

// Fills in, from the largest part down to the first that is there, what the
// text leaves out.
void FillIn(const Time& now, DateParts* parts) {
  if (parts->year) return;
  const BrokenDownTime today(now);
  parts->year = today.date.year;
  if (parts->month || parts->day_of_year) return;
  parts->month = today.date.month;
  if (parts->day) return;
  parts->day = today.date.day;
  if (parts->hour) return;
  parts->hour = today.hour;
  if (!parts->minute) parts->minute = today.minute;
}

std::optional<Time> MakeTime(DateParts parts, int64_t now,
                             const TimeZone& zone) {
  if (!parts.HasDate() && !parts.HasTime()) return std::nullopt;
  const std::optional<int> offset = ZoneOffset(parts.zone);
  Time at = InZone(now, 0, zone);
  if (offset) at = {now, 0, *offset, nullptr};
  FillIn(at, &parts);
  Date date{parts.year.value_or(1970), parts.month.value_or(1),
            parts.day.value_or(1)};
  const int hour = parts.hour.value_or(0);
  const int minute = parts.minute.value_or(0);
  const int second = parts.second.value_or(0);
  // Ruby takes the 31st of any month, and moves on where there is none.
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31 ||
      date.year < -9999 || date.year > 9999 || hour > 24 || minute > 59 ||
      second > 60 || (hour == 24 && (minute > 0 || second > 0))) {
    return std::nullopt;
  }
  int days = DaysSinceEpoch({date.year, date.month, 1}) + date.day - 1;
  if (parts.day_of_year) {
    const int length = DaysSinceEpoch({date.year + 1, 1, 1}) -
                       DaysSinceEpoch({date.year, 1, 1});
    if (*parts.day_of_year < 1 || *parts.day_of_year > length) {
      return std::nullopt;
    }
    days = DaysSinceEpoch({date.year, 1, 1}) + *parts.day_of_year - 1;
  }
  const int clock = hour * 3600 + minute * 60 + second;
  const int32_t fraction = parts.nanoseconds.value_or(0);
  if (!offset) {
    return InZone(zone.FromLocal(DateFromDays(days), clock), fraction, zone);
  }
  const int64_t seconds = int64_t{days} * 86400 + clock - *offset;
  static const TimeZone kUtc;
  if (IsUtc(parts.zone)) return InZone(seconds, fraction, kUtc);
  const Time local = InZone(seconds, fraction, zone);
  if (local.offset == *offset) return local;
  return Time{seconds, fraction, *offset, nullptr};
}

}  // namespace

std::optional<Time> ParseTime(std::string_view text, int64_t now,
                              const TimeZone& zone) {
  if (text.size() > kLongest) return std::nullopt;
  if (const auto date = ParseDate(text);
      date && text.find('-') == 4) {  // nearly all
    return InZone(zone.FromLocal(*date, 0), 0, zone);
  }
  return MakeTime(FindDateParts(text), now, zone);
}

}  // namespace offprint::liquid
