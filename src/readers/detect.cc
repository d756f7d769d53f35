// Recognises a dialect by its content. A line that only one dialect has decides
// at once: a paper's heading, a table's header, a list item. Where there is
// none (a day without papers), the first line that the head of a dialect has
// decides.

#include <optional>

#include "base/text.h"
#include "readers/daily_header.h"
#include "readers/line_scanner.h"
#include "readers/paper_heading.h"
#include "readers/reader.h"
#include "readers/table_cells.h"

namespace offprint {
namespace {

bool IsTopicTableHeader(std::string_view line) {
  return line.starts_with('|') &&
         EqualsIgnoreCase(FirstCell(line), "Publish Date");
}

// "- 2022-11-30, **title**, NAME et.al., Paper: [URL](URL)".
bool IsTopicListItem(std::string_view line) {
  return (line.starts_with("- ") || line.starts_with("* ")) &&
         line.size() > 14 && ParseDate(line.substr(2, 10)) &&
         line.substr(12, 2) == ", " &&
         line.find(", Paper: [") != std::string_view::npos;
}

std::optional<Dialect> ByPaper(std::string_view line, std::string_view next) {
  switch (line.empty() ? '\0' : line[0]) {
    case '|':
      if (ParseDailyHeader(line)) return Dialect::kDailyTable;
      if (IsTopicTableHeader(line)) return Dialect::kTopicTable;
      break;
    case '-':
    case '*':
      if (IsTopicListItem(line)) return Dialect::kTopicTable;
      break;
    case '#':
      if (ParseAnalysedHeading(line)) return Dialect::kAnalysedList;
      if (ParseScoredHeading(line)) return Dialect::kScoredList;
      if (IsEmphasised(next) && ParseEnhancedHeading(line)) {
        return Dialect::kEnhancedList;
      }
      break;
    default:
      break;
  }
  return std::nullopt;
}

std::optional<Dialect> ByHead(std::string_view line) {
  if (line.starts_with("# ArXiv 每日推荐")) return Dialect::kScoredList;
  const auto daily = ParseDailyHeading(line);
  if (daily && daily->day) return Dialect::kDailyTable;
  if (line.starts_with("## Updated on ") || line.starts_with("> Updated on ")) {
    return Dialect::kTopicTable;
  }
  if (line.starts_with("<div id=toc>")) return Dialect::kEnhancedList;
  const bool eight_digits = HeadingLevel(line) == 1 &&
                            HeadingText(line).size() == 8 &&
                            ParseDate(HeadingText(line));
  if (eight_digits) return Dialect::kAnalysedList;
  return std::nullopt;
}

}  // namespace

Dialect DetectDialect(const SourceFile& file) {
  std::optional<Dialect> by_head;
  LineScanner lines(file.text());
  std::string_view line;
  while (lines.Next(&line)) {
    if (const auto dialect = ByPaper(line, lines.Peek())) return *dialect;
    if (!by_head) by_head = ByHead(line);
  }
  return by_head.value_or(Dialect::kGeneric);
}

}  // namespace offprint
