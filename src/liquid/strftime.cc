// Ruby's strftime.
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/text.h"
#include "liquid/broken_down_time.h"
#include "liquid/number.h"
#include "liquid/strftime_directive.h"
#include "liquid/time.h"

namespace offprint::liquid {
namespace {

constexpr std::string_view kDays[] = {"Monday",   "Tuesday", "Wednesday",
                                      "Thursday", "Friday",  "Saturday",
                                      "Sunday"};
constexpr std::string_view kMonths[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

void AppendPadded(std::string_view text, char padding, int width,
                  std::string* out) {
  const auto wanted = static_cast<size_t>(width < 0 ? 0 : width);
  if (text.size() < wanted) out->append(wanted - text.size(), padding);
  out->append(text);
}

void AppendNumber(int64_t number, const Directive& how, char padding, int width,
                  std::string* out) {
  if (how.padding == '-') {
    AppendInteger(number, out);
    return;
  }
  if (how.padding != 0) padding = how.padding;
  if (how.width >= 0) width = how.width;
  std::string digits;
  AppendInteger(number, &digits);
  if (number < 0 && padding == '0') {
    out->push_back('-');
    digits.erase(0, 1);
    --width;
  }
  AppendPadded(digits, padding, width, out);
}

void AppendName(std::string_view name, const Directive& how, std::string* out) {
  std::string text(name);
  if (how.upper || how.swap_case) {
    for (char& c : text) {
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
  }
  AppendPadded(text, how.padding == '0' ? '0' : ' ',
               how.padding == '-' ? -1 : how.width, out);
}

// "AM", which "#" makes "am", and "%P" is small always.
void AppendHalf(const BrokenDownTime& time, const Directive& how,
                std::string* out) {
  const bool small =
      how.letter == 'P' ? !how.upper && !how.swap_case : how.swap_case;
  const std::string_view text =
      time.hour < 12 ? (small ? "am" : "AM") : (small ? "pm" : "PM");
  AppendPadded(text, how.padding == '0' ? '0' : ' ',
               how.padding == '-' ? -1 : how.width, out);
}

void AppendFraction(const BrokenDownTime& time, const Directive& how,
                    int digits, std::string* out) {
  if (how.width > 0) digits = how.width;
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%09d", time.nanoseconds);
  std::string text(buffer, 9);
  text.resize(static_cast<size_t>(digits), '0');
  out->append(text);
}

// "+0800", with colons "+08:00" and "+08:00:00".
void AppendOffset(const BrokenDownTime& time, const Directive& how,
                  std::string* out) {
  const int64_t offset = std::abs(int64_t{time.offset});
  const char sign = time.offset < 0 ? '-' : '+';
  char tail[16];
  const auto minutes = static_cast<int>(offset / 60 % 60);
  const auto seconds = static_cast<int>(offset % 60);
  int colons = how.colons;
  if (colons == 3) colons = seconds != 0 ? 2 : (minutes != 0 ? 1 : -1);
  if (colons == -1) {
    tail[0] = 0;
  } else if (colons == 0) {
    std::snprintf(tail, sizeof tail, "%02d", minutes);
  } else if (colons == 1) {
    std::snprintf(tail, sizeof tail, ":%02d", minutes);
  } else {
    std::snprintf(tail, sizeof tail, ":%02d:%02d", minutes, seconds);
  }
  // Blanks go before the sign, zeros behind it.
  std::string hours = std::to_string(offset / 3600);
  const bool blank = how.padding == ' ';
  const auto tail_size = static_cast<int>(std::string_view(tail).size());
  const int width = std::max(how.width, tail_size + 3);
  const int digits = width - tail_size - 1;
  if (!blank && static_cast<int>(hours.size()) < digits) {
    hours.insert(0, static_cast<size_t>(digits) - hours.size(), '0');
  }
  AppendPadded(sign + hours + tail, ' ', width, out);
}

bool AppendFormatted(const BrokenDownTime& time, std::string_view format,
                     std::string* out);

void AppendCombined(const BrokenDownTime& time, std::string_view format,
                    const Directive& how, std::string* out) {
  std::string text;
  AppendFormatted(time, format, &text);
  Directive without_swap = how;
  without_swap.swap_case = false;  // "#" is for single names
  AppendName(text, without_swap, out);
}

bool AppendTimeOfDay(const BrokenDownTime& time, const Directive& how,
                     std::string* out) {
  const int hour12 = (time.hour + 11) % 12 + 1;
  switch (how.letter) {
    case 'H':
      AppendNumber(time.hour, how, '0', 2, out);
      return true;
    case 'k':
      AppendNumber(time.hour, how, ' ', 2, out);
      return true;
    case 'I':
      AppendNumber(hour12, how, '0', 2, out);
      return true;
    case 'l':
      AppendNumber(hour12, how, ' ', 2, out);
      return true;
    case 'M':
      AppendNumber(time.minute, how, '0', 2, out);
      return true;
    case 'S':
      AppendNumber(time.second, how, '0', 2, out);
      return true;
    case 'L':
      AppendFraction(time, how, 3, out);
      return true;
    case 'N':
      AppendFraction(time, how, 9, out);
      return true;
    case 'p':
    case 'P':
      AppendHalf(time, how, out);
      return true;
    case 'z':
      AppendOffset(time, how, out);
      return true;
    case 'Z': {
      Directive name = how;
      std::string zone = time.zone;
      if (how.swap_case) {
        zone = AsciiLower(zone);
        name.swap_case = name.upper = false;
      }
      if (!zone.empty()) AppendName(zone, name, out);
      return true;
    }
    case 's':
      AppendNumber(time.seconds, how, '0', 1, out);
      return true;
    case 'Q':
      if (!time.is_day) return false;
      AppendNumber(time.seconds * 1000, how, '0', 1, out);
      return true;
    default:
      return false;
  }
}

// Days of the week, and weeks of the year.
bool AppendWeekField(const BrokenDownTime& time, const Directive& how,
                     std::string* out) {
  const auto weekday = static_cast<size_t>(time.weekday());
  switch (how.letter) {
    case 'A':
      AppendName(kDays[weekday], how, out);
      return true;
    case 'a':
      AppendName(kDays[weekday].substr(0, 3), how, out);
      return true;
    case 'u':
      AppendNumber(time.weekday() + 1, how, '0', 1, out);
      return true;
    case 'w':
      AppendNumber((time.weekday() + 1) % 7, how, '0', 1, out);
      return true;
    case 'G':
      AppendNumber(time.iso_week().year, how, '0', 4, out);
      return true;
    case 'g':
      AppendNumber(time.iso_week().year % 100, how, '0', 2, out);
      return true;
    case 'V':
      AppendNumber(time.iso_week().week, how, '0', 2, out);
      return true;
    case 'U':
      AppendNumber(time.week_from_sunday(), how, '0', 2, out);
      return true;
    case 'W':
      AppendNumber(time.week_from_monday(), how, '0', 2, out);
      return true;
    default:
      return false;
  }
}

bool AppendDateField(const BrokenDownTime& time, const Directive& how,
                     std::string* out) {
  const Date& date = time.date;
  const int century = (date.year - (date.year < 0 ? 99 : 0)) / 100;
  const auto month = static_cast<size_t>(date.month - 1);
  switch (how.letter) {
    case 'Y':
      AppendNumber(date.year, how, '0', date.year < 0 ? 5 : 4, out);
      return true;
    case 'C':
      AppendNumber(century, how, '0', 2, out);
      return true;
    case 'y':
      AppendNumber(date.year - century * 100, how, '0', 2, out);
      return true;
    case 'm':
      AppendNumber(date.month, how, '0', 2, out);
      return true;
    case 'B':
      AppendName(kMonths[month], how, out);
      return true;
    case 'b':
    case 'h':
      AppendName(kMonths[month].substr(0, 3), how, out);
      return true;
    case 'd':
      AppendNumber(date.day, how, '0', 2, out);
      return true;
    case 'e':
      AppendNumber(date.day, how, ' ', 2, out);
      return true;
    case 'j':
      AppendNumber(time.day_of_year(), how, '0', 3, out);
      return true;
    default:
      return AppendWeekField(time, how, out);
  }
}

// What stands for a format of its own.
std::string_view Combination(const BrokenDownTime& time, char letter) {
  switch (letter) {
    case 'c':
      return "%a %b %e %H:%M:%S %Y";
    case 'D':
    case 'x':
      return "%m/%d/%y";
    case 'F':
      return "%Y-%m-%d";
    case 'T':
    case 'X':
      return "%H:%M:%S";
    case 'R':
      return "%H:%M";
    case 'r':
      return "%I:%M:%S %p";
    case 'v':
      return "%e-%^b-%4Y";
    case '+':
      return time.is_day ? "%a %b %e %H:%M:%S %Z %Y" : "";
    default:
      return {};
  }
}

bool AppendDirective(const BrokenDownTime& time, const Directive& how,
                     std::string* out) {
  switch (how.letter) {
    case '%':
      AppendName("%", how, out);
      return true;
    case 'n':
      AppendName("\n", how, out);
      return true;
    case 't':
      AppendName("\t", how, out);
      return true;
    default:
      break;
  }
  const std::string_view format = Combination(time, how.letter);
  if (!format.empty()) {
    AppendCombined(time, format, how, out);
    return true;
  }
  return AppendDateField(time, how, out) || AppendTimeOfDay(time, how, out);
}

bool AppendFormatted(const BrokenDownTime& time, std::string_view format,
                     std::string* out) {
  for (size_t at = 0; at < format.size();) {
    const size_t percent = format.find('%', at);
    out->append(format.substr(at, percent - at));
    if (percent == std::string_view::npos) return true;
    Directive how;
    at = ReadDirective(format, percent, &how);
    if (at == std::string_view::npos) return false;
    if (how.letter == 0 || !AppendDirective(time, how, out)) {
      out->append(format.substr(percent, at - percent));
    }
  }
  return true;
}

}  // namespace

bool AppendTime(const Time& time, std::string_view format, std::string* out) {
  return AppendFormatted(BrokenDownTime(time), format, out);
}

bool AppendDay(int64_t days, std::string_view format, std::string* out) {
  return AppendFormatted(BrokenDownTime::OfDay(days), format, out);
}

}  // namespace offprint::liquid
