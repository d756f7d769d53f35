#ifndef OFFPRINT_LIQUID_DATE_PARTS_H_
#define OFFPRINT_LIQUID_DATE_PARTS_H_

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace offprint::liquid {

// The parts of a date and of a time that Ruby's Date._parse finds in a text, as
// they stand there: no part is held to a calendar.
struct DateParts {
  bool HasDate() const { return year || month || day || day_of_year; }
  bool HasTime() const { return hour || minute || second || nanoseconds; }

  // What may be a year, a month and a day, as they stand; an empty one is not
  // there.
  struct Triple {
    std::string year;
    std::string month;
    std::string day;
  };

  // Date._parse's s3e: finds out which of the three is what by length and
  // quotes.
  void SetTriple(Triple t);

  // A date, maybe with a time behind it, of digits alone: by their number.
  void SetDigits(bool is_negative, std::string_view digits);

  // Digits with a fraction behind them: from the seconds up, two each.
  void SetFromSeconds(std::string_view digits);

  std::optional<int> year, month, day, day_of_year;
  std::optional<int> hour, minute, second;
  std::optional<int32_t> nanoseconds;
  std::string zone;        // "+0800", "EST", any other word, or empty
  bool short_year = true;  // two digits mean 1969 to 2068

 private:
  void SetYear(std::string_view text);
};

// The number that the digits of a text stand for. Digits beyond the ninth are
// passed over.
int NumberOf(std::string_view digits);

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_DATE_PARTS_H_
