// A, the daily table: sections "# arXiv 2026-01-06" (or "## arXiv" under a
// day's heading), each with one table or a note.
//
// The cells hold raw newlines, pipes, headings and whole tables, so this is no
// table parser. It finds the headings and the table headers, which have a
// strict form, and leaves what lies between them to the anchors of
// daily_table_rows.h.

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

#include "base/text.h"
#include "readers/daily_table_rows.h"
#include "readers/dialects.h"
#include "readers/line_scanner.h"

namespace offprint {
namespace {

constexpr std::string_view kFetchFailed = "> 抓取失败";

class DailyTableReader {
 public:
  explicit DailyTableReader(DigestBuilder& builder)
      : builder_(builder), rows_(builder) {}

  void Read() {
    LineScanner lines(builder_.text());
    std::string_view line;
    for (size_t start = 0; lines.Next(&line); start = lines.offset()) {
      if (const auto heading = ParseDailyHeading(line)) {
        CloseSection(start);
        section_start_ = lines.offset();
        Enter(*heading);
      } else if (auto header = ParseDailyHeader(line)) {
        CloseSection(start);
        section_start_ = lines.offset();
        header_ = std::move(*header);
        ReportUnknownColumns(line);
      } else if (header_.columns.empty() && line.starts_with(kFetchFailed)) {
        builder_.Report(Severity::kNote, line,
                        "the digest says that this source could not be "
                        "fetched; fetch the day again to have its papers");
      }
    }
    CloseSection(builder_.text().size());
    rows_.ReportCut();
    if (!one_source_.empty()) builder_.digest().source = one_source_;
  }

 private:
  void CloseSection(size_t end) {
    const size_t start = std::min(section_start_, end);
    const std::string_view body = builder_.text().substr(start, end - start);
    if (header_.columns.empty()) {
      rows_.ReadWithoutHeader(body);
    } else {
      rows_.Read(body, header_);
    }
    header_.columns.clear();
  }

  void ReportUnknownColumns(std::string_view line) {
    const auto& columns = header_.columns;
    const auto unknown =
        std::count(columns.begin(), columns.end(), DailyColumn::kOther);
    if (unknown == 0) return;
    builder_.Report(
        Severity::kWarning, line,
        "columns that are not known are left out: " + std::to_string(unknown) +
            "; those read are 标题, 作者, 发布日期, PDF链接, "
            "代码仓库, Title and 摘要");
  }

  void Enter(const DailyHeading& heading) {
    if (heading.day) builder_.EnterDay(*heading.day);
    if (heading.source.empty()) return;
    builder_.EnterSource(heading.source);
    const bool other =
        seen_source_ && !EqualsIgnoreCase(one_source_, heading.source);
    one_source_ =
        other ? std::string_view() : builder_.Keep(AsciiLower(heading.source));
    seen_source_ = true;
  }

  DigestBuilder& builder_;
  DailyTableRows rows_;
  DailyHeader header_;  // without columns where there is none
  size_t section_start_ = 0;
  std::string_view one_source_;
  bool seen_source_ = false;
};

}  // namespace

void ReadDailyTable(DigestBuilder& builder) {
  DailyTableReader(builder).Read();
}

}  // namespace offprint
