#include "search/query_filters.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdio>
#include <optional>
#include <string>

#include "base/date.h"
#include "base/text.h"
#include "search/direct_id.h"
#include "search/normal_form.h"

namespace offprint::search {
namespace {

bool IsNumber(std::string_view text, size_t least, size_t most) {
  return text.size() >= least && text.size() <= most &&
         std::ranges::all_of(text, IsAsciiDigit);
}

int NumberOf(std::string_view digits) {
  int number = 0;
  for (const char c : digits) number = number * 10 + (c - '0');
  return number;
}

// The ends of "a..b", "a..", "..b", or of "a" alone.
struct Ends {
  std::string_view low;
  std::string_view high;
  bool is_range = false;
};

std::optional<Ends> EndsOf(std::string_view value) {
  const size_t dots = value.find("..");
  if (dots == std::string_view::npos) return Ends{value, {}, false};
  const Ends ends = {value.substr(0, dots), value.substr(dots + 2), true};
  const bool is_open = ends.low.empty() && ends.high.empty();
  if (is_open || ends.high.find("..") != std::string_view::npos) {
    return std::nullopt;
  }
  return ends;
}

struct Days {
  std::string first;
  std::string last;
};

// The first and the last day of a year, a month or a day.
std::optional<Days> DaysOf(std::string_view text) {
  const size_t length = text.size();
  if (length != 4 && length != 7 && length != 10) return std::nullopt;
  if (!IsNumber(text.substr(0, 4), 4, 4)) return std::nullopt;
  const std::string year(text.substr(0, 4));
  if (length == 4) return Days{year + "-01-01", year + "-12-31"};
  if (text[4] != '-' || !IsNumber(text.substr(5, 2), 2, 2)) return std::nullopt;
  const int month = NumberOf(text.substr(5, 2));
  if (month < 1 || month > 12) return std::nullopt;
  const int days = DaysInMonth(2000 + NumberOf(year) % 400, month);
  const std::string head(text.substr(0, 7));
  if (length == 7) return Days{head + "-01", head + "-" + std::to_string(days)};
  if (text[7] != '-' || !IsNumber(text.substr(8), 2, 2)) return std::nullopt;
  const int day = NumberOf(text.substr(8));
  if (day < 1 || day > days) return std::nullopt;
  return Days{std::string(text), std::string(text)};
}

bool ReadDate(std::string_view value, QueryItem* item) {
  const auto ends = EndsOf(value);
  if (!ends) return false;
  std::optional<Days> low;
  std::optional<Days> high;
  if (!ends->low.empty() && !(low = DaysOf(ends->low))) return false;
  if (!ends->high.empty() && !(high = DaysOf(ends->high))) return false;
  if (!ends->is_range) high = low;
  if (low) item->first_day = low->first;
  if (high) item->last_day = high->last;
  return !(low && high) || item->first_day <= item->last_day;
}

// A score times 100: up to four digits and six decimals.
std::optional<double> HundredthsOf(std::string_view text) {
  const size_t point = std::min(text.find('.'), text.size());
  if (!IsNumber(text.substr(0, point), 1, 4)) return std::nullopt;
  if (point < text.size() && !IsNumber(text.substr(point + 1), 1, 6)) {
    return std::nullopt;
  }
  double number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::round(number * 1e6) / 1e4;
}

std::optional<double> LeastOf(std::string_view text) {
  const auto hundredths = HundredthsOf(text);
  if (!hundredths) return std::nullopt;
  return std::ceil(*hundredths) / 100;
}

std::optional<double> MostOf(std::string_view text) {
  const auto hundredths = HundredthsOf(text);
  if (!hundredths) return std::nullopt;
  return std::floor(*hundredths) / 100;
}

bool ReadScoreRange(std::string_view value, QueryItem* item) {
  const auto ends = EndsOf(value);
  if (!ends) return false;
  if (!ends->low.empty() && !(item->least = LeastOf(ends->low))) return false;
  if (!ends->high.empty() && !(item->most = MostOf(ends->high))) return false;
  return !(item->least && item->most) || *item->least <= *item->most;
}

// Takes ">=", ">", "<=", "<" or one of the signs U+2265 and U+2264; '}' stands
// for "or more", '{' for "or less", 0 for no sign.
char TakeSign(std::string_view* value) {
  struct Sign {
    std::string_view text;
    char meaning;
  };
  for (const Sign sign : {Sign{">=", '}'}, Sign{"<=", '{'}, Sign{">", '>'},
                          Sign{"<", '<'}, Sign{"≥", '}'}, Sign{"≤", '{'}}) {
    if (!value->starts_with(sign.text)) continue;
    value->remove_prefix(sign.text.size());
    return sign.meaning;
  }
  return 0;
}

bool ReadScore(std::string_view value, QueryItem* item) {
  const char sign = TakeSign(&value);
  if (sign == 0) return !value.empty() && ReadScoreRange(value, item);
  const auto hundredths = HundredthsOf(value);
  if (!hundredths) return false;
  if (sign == '>') item->least = (std::floor(*hundredths) + 1) / 100;
  if (sign == '<') item->most = (std::ceil(*hundredths) - 1) / 100;
  if (sign == '}') item->least = std::ceil(*hundredths) / 100;
  if (sign == '{') item->most = std::floor(*hundredths) / 100;
  return true;
}

bool ReadCode(std::string_view value, QueryItem* item) {
  item->exclude = value == "no" || value == "false" || value == "0";
  return item->exclude || value == "yes" || value == "true" || value == "1";
}

}  // namespace

bool ReadItemValue(std::string_view value, QueryItem* item) {
  switch (item->kind) {
    case ItemKind::kDate:
      return !value.empty() && ReadDate(value, item);
    case ItemKind::kScore:
      return ReadScore(value, item);
    case ItemKind::kCode:
      return ReadCode(value, item);
    case ItemKind::kId: {
      const std::string id = DirectId(value);
      item->text = id.empty() ? value : NormalForm(id);
      return !value.empty();
    }
    case ItemKind::kTerm:
    case ItemKind::kTitle:
    case ItemKind::kAuthor:
    case ItemKind::kTopic:
    case ItemKind::kSource:
      break;
  }
  item->text = value;
  return !value.empty();
}

}  // namespace offprint::search
