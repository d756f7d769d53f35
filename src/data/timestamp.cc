#include "data/timestamp.h"

#include <cstdint>

#include "base/date.h"
#include "base/text.h"

namespace offprint::data {
namespace {

// Takes the text apart from left to right.
class Scanner {
 public:
  explicit Scanner(std::string_view text) : text_(text) {}

  // A number of that many digits.
  bool Digits(size_t least, size_t most, int* number) {
    size_t count = 0;
    *number = 0;
    while (count < most && count < text_.size() && IsAsciiDigit(text_[count])) {
      *number = *number * 10 + (text_[count++] - '0');
    }
    text_.remove_prefix(count);
    return count >= least;
  }

  bool Accept(char c) {
    if (!text_.starts_with(c)) return false;
    text_.remove_prefix(1);
    return true;
  }

  // Blanks; whether there were any.
  bool Blanks() {
    const size_t before = text_.size();
    text_ = TrimLeft(text_);
    return text_.size() < before;
  }

  bool AtEnd() const { return text_.empty(); }

 private:
  std::string_view text_;
};

bool ScanDate(Scanner& scanner, Date* date) {
  return scanner.Digits(4, 4, &date->year) && scanner.Accept('-') &&
         scanner.Digits(1, 2, &date->month) && scanner.Accept('-') &&
         scanner.Digits(1, 2, &date->day) && date->month >= 1 &&
         date->month <= 12 && date->day >= 1 &&
         date->day <= DaysInMonth(date->year, date->month);
}

bool ScanTime(Scanner& scanner, Timestamp* timestamp) {
  int hour = 0;
  int minute = 0;
  int second = 0;
  if (!scanner.Digits(1, 2, &hour) || !scanner.Accept(':') ||
      !scanner.Digits(2, 2, &minute) || !scanner.Accept(':') ||
      !scanner.Digits(2, 2, &second) || hour > 23 || minute > 59 ||
      second > 59) {
    return false;
  }
  timestamp->seconds += hour * 3600 + minute * 60 + second;
  if (!scanner.Accept('.')) return true;
  int digit = 0;
  for (int32_t unit = 100'000'000; scanner.Digits(1, 1, &digit); unit /= 10) {
    timestamp->nanoseconds += digit * unit;
  }
  return true;
}

bool ScanOffset(Scanner& scanner, Timestamp* timestamp) {
  scanner.Blanks();
  if (scanner.Accept('Z') || scanner.AtEnd()) return true;
  const bool west = scanner.Accept('-');
  if (!west && !scanner.Accept('+')) return false;
  int hours = 0;
  int minutes = 0;
  if (!scanner.Digits(1, 2, &hours)) return false;
  const bool colon = scanner.Accept(':');
  if (!scanner.Digits(2, 2, &minutes) && (colon || !scanner.AtEnd())) {
    return false;
  }
  timestamp->offset = (hours * 60 + minutes) * (west ? -60 : 60);
  timestamp->seconds -= timestamp->offset;
  return true;
}

}  // namespace

std::optional<Timestamp> ParseTimestamp(std::string_view text) {
  // "2024-3-5" is a text; with a time behind it, it is none.
  constexpr size_t kDay = 10;
  Scanner scanner(text);
  Date date;
  if (!ScanDate(scanner, &date)) return std::nullopt;
  Timestamp timestamp;
  timestamp.seconds = int64_t{DaysSinceEpoch(date)} * 86400;
  if (scanner.AtEnd()) {
    if (text.size() != kDay) return std::nullopt;
    timestamp.is_day = true;
    return timestamp;
  }
  if (!scanner.Accept('T') && !scanner.Accept('t') && !scanner.Blanks()) {
    return std::nullopt;
  }
  if (!ScanTime(scanner, &timestamp) || !ScanOffset(scanner, &timestamp) ||
      !scanner.AtEnd()) {
    return std::nullopt;
  }
  return timestamp;
}

}  // namespace offprint::data
