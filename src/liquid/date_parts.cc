#include "liquid/date_parts.h"

#include <utility>

#include "base/text.h"

namespace offprint::liquid {
namespace {

bool IsQuoted(std::string_view text) { return text.starts_with('\''); }

}  // namespace

int NumberOf(std::string_view digits) {
  int value = 0;
  for (const char c : digits) {
    if (!IsAsciiDigit(c)) continue;
    if (value > 99'999'999) break;
    value = value * 10 + (c - '0');
  }
  return value;
}

void DateParts::SetYear(std::string_view text) {
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
  const int number = NumberOf(text.substr(at, end - at));
  year = negative ? -number : number;
  short_year = !is_signed && !IsQuoted(text) && end - at <= 2;
  if (IsQuoted(text)) short_year = end - at <= 2;
}

void DateParts::SetTriple(Triple t) {
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
        std::string digits = t.year.substr(begin, at - begin);
        t.year = std::exchange(t.day, std::move(digits));
      }
    }
  }
  if (!t.month.empty() && (IsQuoted(t.month) || t.month.size() > 2)) {
    t = {t.month, t.day, t.year};
  }
  if (!t.day.empty() && (IsQuoted(t.day) || t.day.size() > 2)) {
    std::swap(t.year, t.day);
  }
  if (!t.year.empty()) SetYear(t.year);
  if (!t.month.empty()) month = NumberOf(t.month);
  if (!t.day.empty()) day = NumberOf(t.day);
}

void DateParts::SetDigits(bool is_negative, std::string_view digits) {
  const auto part = [&](size_t at, size_t size) {
    return NumberOf(digits.substr(at, size));
  };
  const int factor = is_negative ? -1 : 1;
  switch (digits.size()) {
    case 2:
      day = part(0, 2);
      break;
    case 3:
      day_of_year = part(0, 3);
      break;
    case 4:
      month = part(0, 2);
      day = part(2, 2);
      break;
    case 5:
      year = factor * part(0, 2);
      day_of_year = part(2, 3);
      break;
    case 6:
      year = factor * part(0, 2);
      month = part(2, 2);
      day = part(4, 2);
      break;
    case 7:
      year = factor * part(0, 4);
      day_of_year = part(4, 3);
      short_year = false;
      break;
    case 8:
    case 10:
    case 12:
    case 14:
      year = factor * part(0, 4);
      month = part(4, 2);
      day = part(6, 2);
      short_year = false;
      if (digits.size() >= 10) hour = part(8, 2);
      if (digits.size() >= 12) minute = part(10, 2);
      if (digits.size() >= 14) second = part(12, 2);
      break;
    default:
      break;
  }
}

void DateParts::SetFromSeconds(std::string_view digits) {
  std::optional<int>* const parts[] = {&second, &minute, &hour, &day, &month};
  size_t end = digits.size();
  for (std::optional<int>* part : parts) {
    if (end == 0) return;
    const size_t begin = end > 2 ? end - 2 : 0;
    *part = NumberOf(digits.substr(begin, end - begin));
    end = begin;
  }
  if (end == 0) return;
  year = NumberOf(digits.substr(0, end));
  short_year = end <= 2;
}

}  // namespace offprint::liquid
