// Ruby's strftime: directives "%[flags][width][:]letter".
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "base/date.h"
#include "base/text.h"
#include "liquid/number.h"
#include "liquid/time.h"

namespace offprint::liquid {
namespace {

constexpr std::string_view kDays[] = {"Monday",   "Tuesday", "Wednesday",
                                      "Thursday", "Friday",  "Saturday",
                                      "Sunday"};
constexpr std::string_view kMonths[] = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};

// No directive is written wider.
constexpr int kWidest = 1024;

// A moment in its parts.
struct Parts {
  int64_t seconds = 0;  // since the epoch
  int32_t nanoseconds = 0;
  int32_t offset = 0;
  std::string zone;
  bool is_day = false;  // Ruby's Date instead of its Time
  Date date;
  int hour = 0;
  int minute = 0;
  int second = 0;

  int weekday() const { return Weekday(date); }  // from Monday
  int day_of_year() const {
    return DaysSinceEpoch(date) - DaysSinceEpoch({date.year, 1, 1}) + 1;
  }
};

struct Directive {
  char letter = 0;
  char padding = 0;  // '0', ' ', '-' for none, 0 for the usual one
  bool upper = false;
  bool swap_case = false;
  int colons = 0;
  int width = -1;
};

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
void AppendHalf(const Parts& parts, const Directive& how, std::string* out) {
  const bool small =
      how.letter == 'P' ? !how.upper && !how.swap_case : how.swap_case;
  const std::string_view text =
      parts.hour < 12 ? (small ? "am" : "AM") : (small ? "pm" : "PM");
  AppendPadded(text, how.padding == '0' ? '0' : ' ',
               how.padding == '-' ? -1 : how.width, out);
}

void AppendFraction(const Parts& parts, const Directive& how, int digits,
                    std::string* out) {
  if (how.width > 0) digits = how.width;
  char buffer[16];
  std::snprintf(buffer, sizeof buffer, "%09d", parts.nanoseconds);
  std::string text(buffer, 9);
  text.resize(static_cast<size_t>(digits), '0');
  out->append(text);
}

// "+0800", with colons "+08:00" and "+08:00:00".
void AppendOffset(const Parts& parts, const Directive& how, std::string* out) {
  const int64_t offset = std::abs(int64_t{parts.offset});
  const char sign = parts.offset < 0 ? '-' : '+';
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

// The year and the week of ISO 8601.
struct IsoWeek {
  int year = 0;
  int week = 0;
};

IsoWeek FindIsoWeek(const Parts& parts) {
  // The week belongs to the year of its Thursday.
  const int thursday = DaysSinceEpoch(parts.date) - parts.weekday() + 3;
  const int year = DateFromDays(thursday).year;
  return {year, (thursday - DaysSinceEpoch({year, 1, 1})) / 7 + 1};
}

// The week of the year, where weeks begin on a Sunday or on a Monday.
int WeekOfYear(const Parts& parts, bool from_sunday) {
  const int weekday = from_sunday ? (parts.weekday() + 1) % 7 : parts.weekday();
  return (parts.day_of_year() + 6 - weekday) / 7;
}

bool AppendParts(const Parts& parts, std::string_view format, std::string* out);

void AppendCombined(const Parts& parts, std::string_view format,
                    const Directive& how, std::string* out) {
  std::string text;
  AppendParts(parts, format, &text);
  Directive without_swap = how;
  without_swap.swap_case = false;  // "#" is for single names
  AppendName(text, without_swap, out);
}

bool AppendTimeOfDay(const Parts& parts, const Directive& how,
                     std::string* out) {
  const int hour12 = (parts.hour + 11) % 12 + 1;
  switch (how.letter) {
    case 'H':
      AppendNumber(parts.hour, how, '0', 2, out);
      return true;
    case 'k':
      AppendNumber(parts.hour, how, ' ', 2, out);
      return true;
    case 'I':
      AppendNumber(hour12, how, '0', 2, out);
      return true;
    case 'l':
      AppendNumber(hour12, how, ' ', 2, out);
      return true;
    case 'M':
      AppendNumber(parts.minute, how, '0', 2, out);
      return true;
    case 'S':
      AppendNumber(parts.second, how, '0', 2, out);
      return true;
    case 'L':
      AppendFraction(parts, how, 3, out);
      return true;
    case 'N':
      AppendFraction(parts, how, 9, out);
      return true;
    case 'p':
    case 'P':
      AppendHalf(parts, how, out);
      return true;
    case 'z':
      AppendOffset(parts, how, out);
      return true;
    case 'Z': {
      Directive name = how;
      std::string zone = parts.zone;
      if (how.swap_case) {
        zone = AsciiLower(zone);
        name.swap_case = name.upper = false;
      }
      if (!zone.empty()) AppendName(zone, name, out);
      return true;
    }
    case 's':
      AppendNumber(parts.seconds, how, '0', 1, out);
      return true;
    case 'Q':
      if (!parts.is_day) return false;
      AppendNumber(parts.seconds * 1000, how, '0', 1, out);
      return true;
    default:
      return false;
  }
}

// Days of the week, and weeks of the year.
bool AppendWeekField(const Parts& parts, const Directive& how,
                     std::string* out) {
  const auto weekday = static_cast<size_t>(parts.weekday());
  switch (how.letter) {
    case 'A':
      AppendName(kDays[weekday], how, out);
      return true;
    case 'a':
      AppendName(kDays[weekday].substr(0, 3), how, out);
      return true;
    case 'u':
      AppendNumber(parts.weekday() + 1, how, '0', 1, out);
      return true;
    case 'w':
      AppendNumber((parts.weekday() + 1) % 7, how, '0', 1, out);
      return true;
    case 'G':
      AppendNumber(FindIsoWeek(parts).year, how, '0', 4, out);
      return true;
    case 'g':
      AppendNumber(FindIsoWeek(parts).year % 100, how, '0', 2, out);
      return true;
    case 'V':
      AppendNumber(FindIsoWeek(parts).week, how, '0', 2, out);
      return true;
    case 'U':
      AppendNumber(WeekOfYear(parts, true), how, '0', 2, out);
      return true;
    case 'W':
      AppendNumber(WeekOfYear(parts, false), how, '0', 2, out);
      return true;
    default:
      return false;
  }
}

bool AppendDateField(const Parts& parts, const Directive& how,
                     std::string* out) {
  const Date& date = parts.date;
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
      AppendNumber(parts.day_of_year(), how, '0', 3, out);
      return true;
    default:
      return AppendWeekField(parts, how, out);
  }
}

// What stands for a format of its own.
std::string_view Combination(const Parts& parts, char letter) {
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
      return parts.is_day ? "%a %b %e %H:%M:%S %Z %Y" : "";
    default:
      return {};
  }
}

bool AppendDirective(const Parts& parts, const Directive& how,
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
  const std::string_view format = Combination(parts, how.letter);
  if (!format.empty()) {
    AppendCombined(parts, format, how, out);
    return true;
  }
  return AppendDateField(parts, how, out) || AppendTimeOfDay(parts, how, out);
}

// The letters before which an "E" or an "O" may stand, and change nothing.
bool TakesModifier(char modifier, char letter) {
  const std::string_view letters =
      modifier == 'E' ? "cCxXyY" : "deHkIlmMSuUVwWy";
  return letters.find(letter) != std::string_view::npos;
}

// The end of the flags and of the width behind a "%".
size_t ReadFlags(std::string_view format, size_t at, Directive* how) {
  for (; at < format.size(); ++at) {
    const char c = format[at];
    if (c == '-') {
      how->padding = c;  // and no other flag brings the padding back
    } else if (c == '0' || c == '_') {
      if (how->padding != '-') how->padding = c == '0' ? c : ' ';
    } else if (c == '^') {
      how->upper = true;
    } else if (c == '#') {
      how->swap_case = true;
    } else {
      break;
    }
  }
  for (; at < format.size() && IsAsciiDigit(format[at]); ++at) {
    const int digit = format[at] - '0';
    how->width = (how->width < 0 ? 0 : how->width) * 10 + digit;
    how->width = std::min(how->width, kWidest);
  }
  return at;
}

// Where the directive ends whose flags end at `at`; without a letter where it
// is none, and the text up to there stays as it is.
size_t ReadLetter(std::string_view format, size_t at, Directive* how) {
  while (at < format.size() && format[at] == ':' && how->colons < 3) {
    ++how->colons;
    ++at;
  }
  if (at >= format.size()) return at;
  const char c = format[at];
  if (c == 'E' || c == 'O') {
    if (at + 1 >= format.size() || !TakesModifier(c, format[at + 1])) {
      return at + 1;
    }
    ++at;
  }
  if (how->colons == 0 || format[at] == 'z') how->letter = format[at];
  return at + 1;
}

bool AppendParts(const Parts& parts, std::string_view format,
                 std::string* out) {
  for (size_t at = 0; at < format.size();) {
    const size_t percent = format.find('%', at);
    out->append(format.substr(at, percent - at));
    if (percent == std::string_view::npos) return true;
    Directive how;
    const size_t flags = ReadFlags(format, percent + 1, &how);
    if (flags == format.size()) return false;
    at = ReadLetter(format, flags, &how);
    if (how.letter == 0 || !AppendDirective(parts, how, out)) {
      out->append(format.substr(percent, at - percent));
    }
  }
  return true;
}

Parts Split(const Time& time) {
  Parts parts;
  parts.seconds = time.seconds;
  parts.nanoseconds = time.nanoseconds;
  parts.offset = time.offset;
  if (time.zone != nullptr) {
    parts.zone = time.zone->AbbreviationAt(time.seconds);
  }
  const int64_t local = time.seconds + time.offset;
  const int64_t days = local / 86400 - (local % 86400 < 0 ? 1 : 0);
  const auto second = static_cast<int>(local - days * 86400);
  parts.date = DateFromDays(static_cast<int>(days));
  parts.hour = second / 3600;
  parts.minute = second / 60 % 60;
  parts.second = second % 60;
  return parts;
}

}  // namespace

Time InZone(int64_t seconds, int32_t nanoseconds, const TimeZone& zone) {
  return {seconds, nanoseconds, zone.OffsetAt(seconds), &zone};
}

Time Midnight(int64_t days, const TimeZone& zone) {
  const Date date = DateFromDays(static_cast<int>(days));
  return InZone(zone.FromLocal(date, 0), 0, zone);
}

bool AppendTime(const Time& time, std::string_view format, std::string* out) {
  return AppendParts(Split(time), format, out);
}

bool AppendDay(int64_t days, std::string_view format, std::string* out) {
  Parts parts;
  parts.seconds = days * 86400;
  parts.date = DateFromDays(static_cast<int>(days));
  parts.zone = "+00:00";
  parts.is_day = true;
  return AppendParts(parts, format, out);
}

}  // namespace offprint::liquid
