// Each function below takes what it finds out of the text, in the order of
// Ruby's Date._parse.
#include "liquid/date_parse.h"

#include <regex>
#include <string>
#include <utility>

#include "base/text.h"

namespace offprint::liquid {
namespace {

#define OFFPRINT_MONTHS "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"

std::regex Pattern(const char* pattern) {
  return std::regex(pattern, std::regex::ECMAScript | std::regex::icase |
                                 std::regex::optimize);
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

void ReadClock(const std::string& clock, DateParts* parts) {
  static const std::regex kPattern = Pattern(
      "^(\\d+)\\s*(?:h\\b|h(?=\\d)|h?\\s*(?=[ap])|:)?\\s*(?:(\\d+)m?"
      "(?:\\s*:?\\s*(\\d+)(?:[,.](\\d*))?s?)?)?"
      "(?:\\s*([ap])(?:m\\b|\\.m\\.))?");
  std::smatch match;
  if (!std::regex_search(clock, match, kPattern)) return;
  parts->hour = NumberOf(match[1].str());
  if (match[2].matched) parts->minute = NumberOf(match[2].str());
  if (match[3].matched) parts->second = NumberOf(match[3].str());
  if (match[4].matched) parts->nanoseconds = Nanoseconds(match[4].str());
  if (match[5].matched) {
    const bool afternoon = match[5].str()[0] == 'p' || match[5].str()[0] == 'P';
    parts->hour = *parts->hour % 12 + (afternoon ? 12 : 0);
  }
}

void TakeTime(std::string* text, DateParts* parts) {
  static const std::regex kPattern = Pattern(
      "((?:\\d+\\s*:\\s*\\d+(?:\\s*:\\s*\\d+(?:[,.]\\d*)?)?"
      "|\\d+\\s*h(?:\\s*\\d+m?(?:\\s*\\d+s?)?)?)"
      "(?:\\s*[ap](?:m\\b|\\.m\\.))?|\\d+\\s*[ap](?:m\\b|\\.m\\.))"
      "(?:\\s*((?:gmt|utc?)?[-+]\\d+(?:[,.:]\\d+(?::\\d+)?)?"
      "|[a-z.\\s]+(?:standard|daylight)\\stime\\b|[a-z]+(?:\\sdst)?\\b))?");
  std::smatch match;
  std::string copy;
  if (!Take(kPattern, text, &match, &copy)) return;
  parts->zone = match[2].str();
  ReadClock(match[1].str(), parts);
}

// "5 Mar 2024" and "Mar 5, 2024".
bool TakeNamedMonth(std::string* text, DateParts* parts) {
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
    parts->SetTriple({match[3].str(),
                      std::to_string(MonthNumber(match[2].str())),
                      match[1].str()});
    return true;
  }
  if (!Take(kMonthFirst, text, &match, &copy)) return false;
  parts->SetTriple({match[3].str(), std::to_string(MonthNumber(match[1].str())),
                    match[2].str()});
  return true;
}

// "2024-03-05", "5-Mar-2024", "2024/03/05", "05.03.2024".
bool TakeThreeParts(std::string* text, DateParts* parts) {
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
    parts->SetTriple({match[1].str(), match[2].str(), match[3].str()});
  } else if (Take(kWeek, text, &match, &copy)) {
    return true;
  } else if (Take(kOrdinal, text, &match, &copy)) {
    parts->year = NumberOf(match[1].str());
    parts->day_of_year = NumberOf(match[2].str());
    parts->short_year = match[1].length() == 2;
  } else if (Take(kVms, text, &match, &copy)) {
    parts->SetTriple({match[3].str(), month(2), match[1].str()});
  } else if (Take(kVmsMonthFirst, text, &match, &copy)) {
    parts->SetTriple({match[3].str(), month(1), match[2].str()});
  } else if (Take(kSlashes, text, &match, &copy) ||
             Take(kDots, text, &match, &copy)) {
    parts->SetTriple({match[1].str(), match[2].str(), match[3].str()});
  } else {
    return false;
  }
  return true;
}

// "'24", "march", "5th".
bool TakeOnePart(std::string* text, DateParts* parts) {
  static const std::regex kYear = Pattern("'(\\d+)\\b");
  static const std::regex kMonth = Pattern("\\b" OFFPRINT_MONTHS "\\S*");
  static const std::regex kDay = Pattern("(\\d+)(?:st|nd|rd|th)\\b");
  std::smatch match;
  std::string copy;
  if (Take(kYear, text, &match, &copy)) {
    parts->year = NumberOf(match[1].str());
  } else if (Take(kMonth, text, &match, &copy)) {
    parts->month = MonthNumber(match[1].str());
  } else if (Take(kDay, text, &match, &copy)) {
    parts->day = NumberOf(match[1].str());
  } else {
    return false;
  }
  return true;
}

void TakeDigits(std::string* text, DateParts* parts) {
  static const std::regex kPattern = Pattern(
      "([-+]?)(\\d{2,14})(?:\\s*t?\\s*(\\d{2,6})?(?:[,.](\\d*))?)?"
      "(z\\b|[-+]\\d{1,4}\\b)?");
  std::smatch match;
  std::string copy;
  if (!Take(kPattern, text, &match, &copy)) return;
  const std::string clock = match[3].str();
  const bool has_fraction = match[4].length() > 0;
  if (has_fraction && clock.empty()) {
    parts->SetFromSeconds(match[2].str());
  } else {
    parts->SetDigits(match[1].str() == "-", match[2].str());
  }
  if (has_fraction && !clock.empty()) {
    parts->SetFromSeconds(clock);
  } else {
    if (clock.size() >= 2) parts->hour = NumberOf(clock.substr(0, 2));
    if (clock.size() >= 4) parts->minute = NumberOf(clock.substr(2, 2));
    if (clock.size() >= 6) parts->second = NumberOf(clock.substr(4, 2));
  }
  if (has_fraction) parts->nanoseconds = Nanoseconds(match[4].str());
  if (match[5].matched) parts->zone = match[5].str();
}

#undef OFFPRINT_MONTHS

}  // namespace

DateParts FindDateParts(std::string_view given) {
  std::string text;
  for (const char c : given) {
    const bool stays =
        IsAsciiAlpha(c) || IsAsciiDigit(c) ||
        std::string_view("-+',./:@[]").find(c) != std::string_view::npos;
    text.push_back(stays ? c : ' ');
  }
  DateParts parts;
  TakeWeekday(&text);
  TakeTime(&text, &parts);
  if (!TakeNamedMonth(&text, &parts) && !TakeThreeParts(&text, &parts) &&
      !TakeOnePart(&text, &parts)) {
    TakeDigits(&text, &parts);
  }
  if (parts.year && parts.short_year && *parts.year >= 0 && *parts.year <= 99) {
    *parts.year += *parts.year >= 69 ? 1900 : 2000;
  }
  return parts;
}

}  // namespace offprint::liquid
