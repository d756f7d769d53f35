// A day of the proleptic Gregorian calendar, without time or zone.
#ifndef OFFPRINT_BASE_DATE_H_
#define OFFPRINT_BASE_DATE_H_

#include <compare>
#include <optional>
#include <string>
#include <string_view>

namespace offprint {

struct Date {
  int year = 1970;
  int month = 1;  // 1 to 12
  int day = 1;    // 1 to 31

  auto operator<=>(const Date&) const = default;
};

// The date of "2026-01-23", "2026.01.23", "2026/01/23" or "20260123" when the
// whole text is one that exists; nothing otherwise.
std::optional<Date> ParseDate(std::string_view text);

// The first such date that stands anywhere in the text with no digit next to
// it, as in "arxiv_papers_20250908_analyzed.md".
std::optional<Date> FindDate(std::string_view text);

// "2026-01-23", ISO 8601.
std::string FormatDate(Date date);

// Days since 1970-01-01, and back.
int DaysSinceEpoch(Date date);
Date DateFromDays(int days);

// 0 for Monday to 6 for Sunday, as ISO 8601 orders them.
int Weekday(Date date);

int DaysInMonth(int year, int month);

}  // namespace offprint

#endif  // OFFPRINT_BASE_DATE_H_
