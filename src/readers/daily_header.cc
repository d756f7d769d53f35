#include "readers/daily_header.h"

#include <algorithm>

#include "base/text.h"
#include "readers/line_scanner.h"
#include "readers/table_cells.h"

namespace offprint {
namespace {

DailyColumn ColumnOf(std::string_view name, size_t place) {
  const auto has = [&](std::string_view part) {
    return name.find(part) != std::string_view::npos;
  };
  if (place == 0) return DailyColumn::kTitle;
  if (has("PDF")) return DailyColumn::kLink;
  if (has("日期")) return DailyColumn::kDate;
  if (has("代码")) return DailyColumn::kCode;
  if (EqualsIgnoreCase(name, "Title")) return DailyColumn::kOriginalTitle;
  if (has("作者")) return DailyColumn::kAuthor;
  return has("摘要") ? DailyColumn::kAbstract : DailyColumn::kOther;
}

bool IsWord(std::string_view text) {
  for (const char c : text) {
    if (!IsAsciiAlpha(c) && !IsAsciiDigit(c)) return false;
  }
  return !text.empty();
}

bool IsPreprintServer(std::string_view text) {
  return IsWord(text) && text.size() > 4 &&
         EqualsIgnoreCase(text.substr(text.size() - 4), "rxiv");
}

}  // namespace

std::optional<DailyHeading> ParseDailyHeading(std::string_view line) {
  const int level = HeadingLevel(line);
  if (level == 0 || level > 2) return std::nullopt;
  std::string_view text = HeadingText(line);
  if (IsPreprintServer(text)) return DailyHeading{std::nullopt, text};
  if (level == 2) return std::nullopt;
  const size_t blank = text.find_first_of(" \t");
  if (blank == std::string_view::npos) return std::nullopt;
  const std::string_view first = text.substr(0, blank);
  std::string_view second = Trim(text.substr(blank));
  if (const auto day = ParseDate(first)) {
    if (second != "每日论文") return std::nullopt;
    return DailyHeading{day, {}};
  }
  if (second.ends_with(" Papers")) second.remove_suffix(7);
  const auto day = ParseDate(Trim(second));
  if (!day || !IsWord(first)) return std::nullopt;
  return DailyHeading{day, first};
}

size_t DailyHeader::columns_after_link() const {
  const auto link =
      std::find(columns.begin(), columns.end(), DailyColumn::kLink);
  return static_cast<size_t>(columns.end() - link) - 1;
}

bool DailyHeader::has_date() const {
  return std::count(columns.begin(), columns.end(), DailyColumn::kDate) > 0;
}

std::optional<DailyHeader> ParseDailyHeader(std::string_view line) {
  if (!line.starts_with('|')) return std::nullopt;
  if (FirstCell(line) != "标题") return std::nullopt;
  const std::vector<std::string_view> names = SplitCells(line);
  DailyHeader header;
  for (size_t i = 0; i < names.size(); ++i) {
    header.columns.push_back(ColumnOf(names[i], i));
  }
  const auto links = std::count(header.columns.begin(), header.columns.end(),
                                DailyColumn::kLink);
  if (links != 1) return std::nullopt;
  return header;
}

}  // namespace offprint
