// The headings of the daily table and the headers of its tables. They have a
// strict form, and the dialect is recognised by them.
#ifndef OFFPRINT_READERS_DAILY_HEADER_H_
#define OFFPRINT_READERS_DAILY_HEADER_H_

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "base/date.h"

namespace offprint {

// "# arXiv 2026-01-06 [Papers]", "# 2026-01-06 每日论文" or "## arXiv".
struct DailyHeading {
  std::optional<Date> day;
  std::string_view source;  // as written; empty where the heading names none
};
std::optional<DailyHeading> ParseDailyHeading(std::string_view line);

// What a column of a daily table holds.
enum class DailyColumn {
  kTitle,
  kAuthor,
  kDate,
  kLink,
  kCode,
  kOriginalTitle,
  kAbstract,
  kOther,
};
inline constexpr size_t kDailyColumns = 8;

// The columns that a table's header names, in their order: one kLink, kTitle
// first.
struct DailyHeader {
  std::vector<DailyColumn> columns;
  size_t columns_after_link() const;
  bool has_date() const;
};

// The header in the line: a first cell "标题" and one with "PDF".
std::optional<DailyHeader> ParseDailyHeader(std::string_view line);

}  // namespace offprint

#endif  // OFFPRINT_READERS_DAILY_HEADER_H_
