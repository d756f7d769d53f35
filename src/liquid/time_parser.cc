// Ruby's Time.parse: Date._parse looks for parts of a date and of a time
// anywhere in a text, in the order of the functions below.
#include <optional>
#include <regex>
#include <string>
#include <utility>

#include "base/date.h"
#include "base/text.h"
#include "liquid/time.h"

namespace offprint::liquid {
namespace {

// Longer texts are no dates to Ruby.
constexpr size_t kLongest = 128;

struct Found {
  std::optional<int> year, month, day, day_of_year;
  std::optional<int> hour, minute, second;
  std::optional<int32_t> nanoseconds;
  std::string zone;
  bool short_year = true;  // two digits mean 1969 to 2068

  bool HasDate() const { return year || month || day || day_of_year; }
  bool HasTime() const { return hour || minute || second || nanoseconds; }
};

#define OFFPRINT_MONTHS "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"

std::regex Pattern(const char* pattern) {
  return std::regex(pattern, std::regex::ECMAScript | std::regex::icase |
                                 std::regex::optimize);
}

int ToInt(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (!IsAsciiDigit(c)) continue;
    if (value > 99'999'999) break;
    value = value * 10 + (c - '0');
  }
  return value;
}

int MonthNumber(std::string name) {
  constexpr std::string_view kNames = "janfebmaraprmayjunjulaugsepoctnovdec";
  name = AsciiLower(name).substr(0, 3);
  return static_cast<int>(kNames.find(name) / 3) + 1;
}

int32_t Nanoseconds(std::string_view digits) {
  int32_t value = 0;
  for (size_t i = 0; i < 9; ++i) {
    value = value * 10 + (i < digits.size() ? digits[i] - '0' : 0);
  }
  return value;
}

// Takes what the pattern finds out of the text.
bool Take(const std::regex& pattern, std::string* text, std::smatch* match,
          std::string* copy) {
  *copy = *text;
  if (!std::regex_search(std::as_const(*copy), *match, pattern)) return false;
  text->replace(static_cast<size_t>(match->position(0)),
                static_cast<size_t>(match->length(0)), " ");
  return true;
}

void TakeWeekday(std::string* text) {
  static const std::regex kPattern =
      Pattern("\\b(sun|mon|tue|wed|thu|fri|sat)[^-/\\d\\s]*");
  std::smatch match;
  std::string copy;
  Take(kPattern, text, &match, &copy);
}

void ReadClock(const std::string& clock, Found* found) {
  static const std::regex kPattern = Pattern(
      "^(\\d+)\\s*(?:h\\b|h(?=\\d)|h?\\s*(?=[ap])|:)?\\s*(?:(\\d+)m?"
      "(?:\\s*:?\\s*(\\d+)(?:[,.](\\d*))?s?)?)?"
      "(?:\\s*([ap])(?:m\\b|\\.m\\.))?");
  std::smatch match;
  if (!std::regex_search(clock, match, kPattern)) return;
  found->hour = ToInt(match[1].str());
  if (match[2].matched) found->minute = ToInt(match[2].str());
  if (match[3].matched) found->second = ToInt(match[3].str());
  if (match[4].matched) found->nanoseconds = Nanoseconds(match[4].str());
  if (match[5].matched) {
    const bool afternoon = match[5].str()[0] == 'p' || match[5].str()[0] == 'P';
    found->hour = *found->hour % 12 + (afternoon ? 12 : 0);
  }
}

void TakeTime(std::string* text, Found* found) {
  static const std::regex kPattern = Pattern(
      "((?:\\d+\\s*:\\s*\\d+(?:\\s*:\\s*\\d+(?:[,.]\\d*)?)?"
      "|\\d+\\s*h(?:\\s*\\d+m?(?:\\s*\\d+s?)?)?)"
      "(?:\\s*[ap](?:m\\b|\\.m\\.))?|\\d+\\s*[ap](?:m\\b|\\.m\\.))"
      "(?:\\s*((?:gmt|utc?)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?"
      "|[a-z.\\s]+(?:standard|daylight)\\stime\\b|[a-z]+(?:\\sdst)?\\b))?");
  std::smatch match;
  std::string copy;
  if (!Take(kPattern, text, &match, &copy)) return;
  found->zone = match[2].str();
  ReadClock(match[1].str(), found);
}

// What may be a year, a month and a day, as they stand; an empty one is not
// there.
struct Triple {
  std::string year;
  std::string month;
  std::string day;
};

bool IsQuoted(const std::string& text) { return text.starts_with('\''); }

void SetYear(const std::string& text, Found* found) {
  size_t at = 0;
  while (at < text.size() && !IsAsciiDigit(text[at]) && text[at] != '-' &&
         text[at] != '+') {
    ++at;
  }
  const bool is_signed =
      at < text.size() && (text[at] == '-' || text[at] == '+');
  const bool negative = is_signed && text[at] == '-';
  if (is_signed) ++at;
  size_t end = at;
  while (end < text.size() && IsAsciiDigit(text[end])) ++end;
  if (end == at) return;
  const int year = ToInt(text.substr(at, end - at));
  found->year = negative ? -year : year;
  found->short_year = !is_signed && !IsQuoted(text) && end - at <= 2;
  if (IsQuoted(text)) found->short_year = end - at <= 2;
}

// Date._parse's s3e: finds out which of the three is what by length and
// quotes.
void Assign(Triple t, Found* found) {
  if (!t.year.empty() && !t.month.empty() && t.day.empty()) {
    t = {{}, t.year, t.month};
  }
  if (t.year.empty() && !t.day.empty() &&
      (t.day.size() > 2 || IsQuoted(t.day))) {
    t.year = std::exchange(t.day, {});
  }
  if (!t.year.empty()) {
    size_t at = t.year.find_first_of("0123456789-+");
    if (at != std::string::npos) {
      const size_t begin = at;
      if (!IsAsciiDigit(t.year[at])) ++at;
      while (at < t.year.size() && IsAsciiDigit(t.year[at])) ++at;
      if (at < t.year.size()) {
        // "3rd": a day after all.
        const std::string day = t.year.substr(begin, at - begin);
        t.year = std::exchange(t.day, day);
      }
    }
  }
  if (!t.month.empty() && (IsQuoted(t.month) || t.month.size() > 2)) {
    t = {t.month, t.day, t.year};
  }
  if (!t.day.empty() && (IsQuoted(t.day) || t.day.size() > 2)) {
    std::swap(t.year, t.day);
  }
  if (!t.year.empty()) SetYear(t.year, found);
  if (!t.month.empty()) found->month = ToInt(t.month);
  if (!t.day.empty()) found->day = ToInt(t.day);
}

// "5 Mar 2024" and "Mar 5, 2024".
bool TakeNamedMonth(std::string* text, Found* found) {
  static const std::regex kDayFirst =
      Pattern("('?\\d+)[^-\\d\\s]*\\s*" OFFPRINT_MONTHS
              "[^-\\d\\s']*"
              "(?:\\s*(?:c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)"
              "|b(?:c|\\.c\\.))?\\s*('?-?\\d+(?:(?:st|nd|rd|th)\\b)?))?");
  static const std::regex kMonthFirst = Pattern(
      "\\b" OFFPRINT_MONTHS
      "[^-\\d\\s']*\\s*('?\\d+)[^-\\d\\s']*"
      "(?:\\s*,?\\s*(?:c(?:e|\\.e\\.)|b(?:ce|\\.c\\.e\\.)|a(?:d|\\.d\\.)"
      "|b(?:c|\\.c\\.))?\\s*('?-?\\d+))?");
  std::smatch match;
  std::string copy;
  if (Take(kDayFirst, text, &match, &copy)) {
    Assign({match[3].str(), std::to_string(MonthNumber(match[2].str())),
            match[1].str()},
           found);
    return true;
  }
  if (!Take(kMonthFirst, text, &match, &copy)) return false;
  Assign({match[3].str(), std::to_string(MonthNumber(match[1].str())),
          match[2].str()},
         found);
  return true;
}

// "2024-03-05", "5-Mar-2024", "2024/03/05", "05.03.2024".
bool TakeThreeParts(std::string* text, Found* found) {
  static const std::regex kIso = Pattern("('?[-+]?\\d+)-(\\d+)-('?-?\\d+)");
  static const std::regex kOrdinal = Pattern("\\b(\\d{4}|\\d{2})-(\\d{3})\\b");
  static const std::regex kVms =
      Pattern("('?-?\\d+)-" OFFPRINT_MONTHS "[^-/.]*-('?-?\\d+)");
  static const std::regex kVmsMonthFirst =
      Pattern("\\b" OFFPRINT_MONTHS "[^-/.]*-('?-?\\d+)(?:-('?-?\\d+))?");
  static const std::regex kSlashes =
      Pattern("('?-?\\d+)/\\s*('?\\d+)(?:\\D\\s*('?-?\\d+))?");
  static const std::regex kDots =
      Pattern("('?-?\\d+)\\.\\s*('?\\d+)\\.\\s*('?-?\\d+)");
  // "2024-W05-3" names a week, of which Time.parse makes nothing.
  static const std::regex kWeek =
      Pattern("\\b(?:\\d{2}|\\d{4})?-?w\\d{2}(?:-?\\d)?\\b");
  std::smatch match;
  std::string copy;
  const auto month = [&](size_t group) {
    return std::to_string(MonthNumber(match[group].str()));
  };
  if (Take(kIso, text, &match, &copy)) {
    Assign({match[1].str(), match[2].str(), match[3].str()}, found);
  } else if (Take(kWeek, text, &match, &copy)) {
    return true;
  } else if (Take(kOrdinal, text, &match, &copy)) {
    found->year = ToInt(match[1].str());
    found->day_of_year = ToInt(match[2].str());
    found->short_year = match[1].length() == 2;
  } else if (Take(kVms, text, &match, &copy)) {
    Assign({match[3].str(), month(2), match[1].str()}, found);
  } else if (Take(kVmsMonthFirst, text, &match, &copy)) {
    Assign({match[3].str(), month(1), match[2].str()}, found);
  } else if (Take(kSlashes, text, &match, &copy) ||
             Take(kDots, text, &match, &copy)) {
    Assign({match[1].str(), match[2].str(), match[3].str()}, found);
  } else {
    return false;
  }
  return true;
}

// "'24", "march", "5th".
bool TakeOnePart(std::string* text, Found* found) {
  static const std::regex kYear = Pattern("'(\\d+)\\b");
  static const std::regex kMonth = Pattern("\\b" OFFPRINT_MONTHS "\\S*");
  static const std::regex kDay = Pattern("(\\d+)(?:st|nd|rd|th)\\b");
  std::smatch match;
  std::string copy;
  if (Take(kYear, text, &match, &copy)) {
    found->year = ToInt(match[1].str());
  } else if (Take(kMonth, text, &match, &copy)) {
    found->month = MonthNumber(match[1].str());
  } else if (Take(kDay, text, &match, &copy)) {
    found->day = ToInt(match[1].str());
  } else {
    return false;
  }
  return true;
}

// A date of digits alone, by their number.
void AssignDigits(const std::string& sign, const std::string& digits,
                  Found* found) {
  const auto part = [&](size_t at, size_t size) {
    return ToInt(std::string_view(digits).substr(at, size));
  };
  const int factor = sign == "-" ? -1 : 1;
  switch (digits.size()) {
    case 2:
      found->day = part(0, 2);
      break;
    case 3:
      found->day_of_year = part(0, 3);
      break;
    case 4:
      found->month = part(0, 2);
      found->day = part(2, 2);
      break;
    case 5:
      found->year = factor * part(0, 2);
      found->day_of_year = part(2, 3);
      break;
    case 6:
      found->year = factor * part(0, 2);
      found->month = part(2, 2);
      found->day = part(4, 2);
      break;
    case 7:
      found->year = factor * part(0, 4);
      found->day_of_year = part(4, 3);
      found->short_year = false;
      break;
    case 8:
    case 10:
    case 12:
    case 14:
      found->year = factor * part(0, 4);
      found->month = part(4, 2);
      found->day = part(6, 2);
      found->short_year = false;
      if (digits.size() >= 10) found->hour = part(8, 2);
      if (digits.size() >= 12) found->minute = part(10, 2);
      if (digits.size() >= 14) found->second = part(12, 2);
      break;
    default:
      break;
  }
}

// Digits with a fraction behind them: read from the seconds up, two each.
void AssignFromSeconds(std::string_view digits, Found* found) {
  std::optional<int>* const parts[] = {
      &found->second, &found->minute, &found->hour, &found->day, &found->month};
  size_t end = digits.size();
  for (std::optional<int>* part : parts) {
    if (end == 0) return;
    const size_t begin = end > 2 ? end - 2 : 0;
    *part = ToInt(digits.substr(begin, end - begin));
    end = begin;
  }
  if (end == 0) return;
  found->year = ToInt(digits.substr(0, end));
  found->short_year = end <= 2;
}

void TakeDigits(std::string* text, Found* found) {
  static const std::regex kPattern = Pattern(
      "([-+]?)(\\d{2,14})(?:\\s*t?\\s*(\\d{2,6})?(?:[,.](\\d*))?)?"
      "(z\\b|[-+]\\d{1,4}\\b)?");
  std::smatch match;
  std::string copy;
  if (!Take(kPattern, text, &match, &copy)) return;
  const std::string clock = match[3].str();
  const bool has_fraction = match[4].length() > 0;
  if (has_fraction && clock.empty()) {
    AssignFromSeconds(match[2].str(), found);
  } else {
    AssignDigits(match[1].str(), match[2].str(), found);
  }
  if (has_fraction && !clock.empty()) {
    AssignFromSeconds(clock, found);
  } else {
    if (clock.size() >= 2) found->hour = ToInt(clock.substr(0, 2));
    if (clock.size() >= 4) found->minute = ToInt(clock.substr(2, 2));
    if (clock.size() >= 6) found->second = ToInt(clock.substr(4, 2));
  }
  if (has_fraction) found->nanoseconds = Nanoseconds(match[4].str());
  if (match[5].matched) found->zone = match[5].str();
}

#undef OFFPRINT_MONTHS

Found FindParts(std::string_view given) {
  std::string text;
  for (const char c : given) {
    const bool stays =
        IsAsciiAlpha(c) || IsAsciiDigit(c) ||
        std::string_view("-+',./:@[]").find(c) != std::string_view::npos;
    text.push_back(stays ? c : ' ');
  }
  Found found;
  TakeWeekday(&text);
  TakeTime(&text, &found);
  if (!TakeNamedMonth(&text, &found) && !TakeThreeParts(&text, &found) &&
      !TakeOnePart(&text, &found)) {
    TakeDigits(&text, &found);
  }
  if (found.year && found.short_year && *found.year >= 0 && *found.year <= 99) {
    *found.year += *found.year >= 69 ? 1900 : 2000;
  }
  return found;
}

// The offset in hours of one of the letters that armed forces name zones by.
std::optional<int> MilitaryOffset(char letter) {
  const char upper = static_cast<char>(letter & ~0x20);
  if (upper >= 'A' && upper <= 'I') return upper - 'A' + 1;
  if (upper >= 'K' && upper <= 'M') return upper - 'A';
  if (upper >= 'N' && upper <= 'Y') return 'M' - upper;
  return std::nullopt;
}

// The offset of "+08:00", "est" or "z" in seconds; nothing for other words.
std::optional<int> ZoneOffset(std::string_view name) {
  static constexpr std::pair<std::string_view, int> kNames[] = {
      {"UTC", 0},  {"Z", 0},    {"UT", 0},   {"GMT", 0},
      {"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5},
      {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};
  for (const auto& [known, hours] : kNames) {
    if (EqualsIgnoreCase(name, known)) return hours * 3600;
  }
  if (name.size() == 1 && IsAsciiAlpha(name[0])) {
    const auto hours = MilitaryOffset(name[0]);
    return hours ? std::optional(*hours * 3600) : std::nullopt;
  }
  static const std::regex kPattern =
      Pattern("^([-+])(\\d\\d)(?::?(\\d\\d)(?::?(\\d\\d))?)?$");
  std::match_results<std::string_view::const_iterator> match;
  if (!std::regex_search(name.begin(), name.end(), match, kPattern)) {
    return std::nullopt;
  }
  const int seconds = ToInt(match[2].str()) * 3600 +
                      ToInt(match[3].str()) * 60 + ToInt(match[4].str());
  return match[1].str() == "-" ? -seconds : seconds;
}

// Fills in, from the largest part down to the first that is there, what the
// text leaves out.
void FillIn(const Time& now, Found* found) {
  if (found->year) return;
  std::string today;
  AppendTime(now, "%Y-%m-%d", &today);
  const auto date = ParseDate(today);
  if (!date) return;
  found->year = date->year;
  if (found->month || found->day_of_year) return;
  found->month = date->month;
  if (found->day) return;
  found->day = date->day;
  if (found->hour) return;
  std::string clock;
  AppendTime(now, "%H%M", &clock);
  found->hour = ToInt(clock.substr(0, 2));
  if (!found->minute) found->minute = ToInt(clock.substr(2));
}

std::optional<Time> MakeTime(Found found, int64_t now, const TimeZone& zone) {
  if (!found.HasDate() && !found.HasTime()) return std::nullopt;
  const std::optional<int> offset = ZoneOffset(found.zone);
  Time at = InZone(now, 0, zone);
  if (offset) at = {now, 0, *offset, nullptr};
  FillIn(at, &found);
  Date date{found.year.value_or(1970), found.month.value_or(1),
            found.day.value_or(1)};
  const int hour = found.hour.value_or(0);
  const int minute = found.minute.value_or(0);
  const int second = found.second.value_or(0);
  // Ruby takes the 31st of any month, and moves on where there is none.
  if (date.month < 1 || date.month > 12 || date.day < 1 || date.day > 31 ||
      date.year < -9999 || date.year > 9999 || hour > 24 || minute > 59 ||
      second > 60 || (hour == 24 && (minute > 0 || second > 0))) {
    return std::nullopt;
  }
  int days = DaysSinceEpoch({date.year, date.month, 1}) + date.day - 1;
  if (found.day_of_year) {
    const int length = DaysSinceEpoch({date.year + 1, 1, 1}) -
                       DaysSinceEpoch({date.year, 1, 1});
    if (*found.day_of_year < 1 || *found.day_of_year > length) {
      return std::nullopt;
    }
    days = DaysSinceEpoch({date.year, 1, 1}) + *found.day_of_year - 1;
  }
  const int clock = hour * 3600 + minute * 60 + second;
  const int32_t fraction = found.nanoseconds.value_or(0);
  if (!offset) {
    return InZone(zone.FromLocal(DateFromDays(days), clock), fraction, zone);
  }
  const int64_t seconds = int64_t{days} * 86400 + clock - *offset;
  static const TimeZone kUtc;
  for (const std::string_view utc :
       {"UTC", "Z", "UT", "-00:00", "-0000", "-00"}) {
    if (EqualsIgnoreCase(found.zone, utc)) {
      return InZone(seconds, fraction, kUtc);
    }
  }
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
  return MakeTime(FindParts(text), now, zone);
}

}  // namespace offprint::liquid
