// The rows of the daily table.
#ifndef OFFPRINT_READERS_DAILY_TABLE_ROWS_H_
#define OFFPRINT_READERS_DAILY_TABLE_ROWS_H_

#include <array>
#include <string_view>

#include "readers/daily_header.h"
#include "readers/daily_row_bounds.h"
#include "readers/digest_builder.h"

namespace offprint {

// Reads the rows of tables. A row has exactly one cell "[PDF](…)" or "PDF缺失":
// what stands before it and behind it is taken apart from there.
class DailyTableRows {
 public:
  explicit DailyTableRows(DigestBuilder& builder) : builder_(builder) {}

  // `body` is all that lies between the header and the next section.
  void Read(std::string_view body, const DailyHeader& header);

  // Reads rows over which the header is missing; `body` may hold none.
  void ReadWithoutHeader(std::string_view body);

  // Reports on what was read as a whole.
  void ReportCut();

 private:
  // What the cells of a row hold, by DailyColumn.
  using Cells = std::array<std::string_view, kDailyColumns>;

  size_t RowEnd(std::string_view body, const DailyAnchor& anchor,
                size_t next_anchor);
  std::string_view TakeUnanchoredRows(std::string_view text);
  void ReadUnanchoredRow(std::string_view line);
  void AddEntry(std::string_view row, Cells cells);
  void CountCut(std::string_view row, std::string_view abstract);
  void SetTitle(const Cells& cells, std::string_view row, Entry* entry);

  DigestBuilder& builder_;
  const DailyHeader* header_ = nullptr;
  size_t cut_ = 0;
  std::string_view first_cut_;
};

}  // namespace offprint

#endif  // OFFPRINT_READERS_DAILY_TABLE_ROWS_H_
