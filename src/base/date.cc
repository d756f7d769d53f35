#include "base/date.h"

#include <chrono>

namespace offprint {
namespace {

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

// The value of `count` digits at `at`, or -1.
int Digits(std::string_view text, size_t at, size_t count) {
  if (at + count > text.size()) return -1;
  int value = 0;
  for (size_t i = at; i < at + count; ++i) {
    if (!IsDigit(text[i])) return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

std::optional<Date> Checked(int year, int month, int day) {
  if (year < 1 || month < 1 || month > 12 || day < 1) return std::nullopt;
  if (day > DaysInMonth(year, month)) return std::nullopt;
  return Date{year, month, day};
}

// The date at the head of the text, and how many bytes it takes.
std::optional<Date> DateAt(std::string_view text, size_t* length) {
  const int year = Digits(text, 0, 4);
  if (year < 0) return std::nullopt;
  if (text.size() > 4 && IsDigit(text[4])) {
    *length = 8;
    return Checked(year, Digits(text, 4, 2), Digits(text, 6, 2));
  }
  if (text.size() < 10) return std::nullopt;
  const char mark = text[4];
  if ((mark != '-' && mark != '.' && mark != '/') || text[7] != mark) {
    return std::nullopt;
  }
  *length = 10;
  return Checked(year, Digits(text, 5, 2), Digits(text, 8, 2));
}

std::chrono::sys_days ToSysDays(Date date) {
  return std::chrono::year_month_day(
      std::chrono::year(date.year),
      std::chrono::month(static_cast<unsigned>(date.month)),
      std::chrono::day(static_cast<unsigned>(date.day)));
}

}  // namespace

std::optional<Date> ParseDate(std::string_view text) {
  size_t length = 0;
  std::optional<Date> date = DateAt(text, &length);
  if (!date || length != text.size()) return std::nullopt;
  return date;
}

std::optional<Date> FindDate(std::string_view text) {
  for (size_t at = 0; at < text.size(); ++at) {
    if (!IsDigit(text[at]) || (at > 0 && IsDigit(text[at - 1]))) continue;
    size_t length = 0;
    std::optional<Date> date = DateAt(text.substr(at), &length);
    if (!date) continue;
    const size_t end = at + length;
    if (end == text.size() || !IsDigit(text[end])) return date;
  }
  return std::nullopt;
}

std::string FormatDate(Date date) {
  std::string text = "0000-00-00";
  const auto put = [&](int number, size_t end) {
    for (size_t at = end; number > 0 && at > 0; number /= 10) {
      text[--at] = static_cast<char>('0' + number % 10);
    }
  };
  put(date.year, 4);
  put(date.month, 7);
  put(date.day, 10);
  return text;
}

int DaysSinceEpoch(Date date) {
  return static_cast<int>(ToSysDays(date).time_since_epoch().count());
}

Date DateFromDays(int days) {
  const std::chrono::year_month_day ymd{
      std::chrono::sys_days(std::chrono::days(days))};
  return {static_cast<int>(ymd.year()),
          static_cast<int>(static_cast<unsigned>(ymd.month())),
          static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

int Weekday(Date date) {
  return static_cast<int>(
             std::chrono::weekday(ToSysDays(date)).iso_encoding()) -
         1;
}

int DaysInMonth(int year, int month) {
  const std::chrono::year_month_day_last last(
      std::chrono::year(year) /
      std::chrono::month(static_cast<unsigned>(month)) / std::chrono::last);
  return static_cast<int>(static_cast<unsigned>(last.day()));
}

}  // namespace offprint
