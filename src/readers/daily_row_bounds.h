// Where the rows of a daily table begin and end.
//
// Between two link cells the first row ends at the first pipe that closes its
// last column, stands at the end of a line and is followed by a line that
// opens with a pipe. Everything up to the author's cell of the next row is that
// row's title, pipes and newlines included.
#ifndef OFFPRINT_READERS_DAILY_ROW_BOUNDS_H_
#define OFFPRINT_READERS_DAILY_ROW_BOUNDS_H_

#include <cstddef>
#include <optional>
#include <string_view>

namespace offprint {

// The link cell of a row, "| [PDF](url) |" or "| PDF缺失 |", of which each row
// has exactly one: from its opening pipe to behind its closing one.
struct DailyAnchor {
  size_t begin = 0;
  size_t end = 0;
  std::string_view url;  // empty where the link is missing
};
std::optional<DailyAnchor> FindDailyAnchor(std::string_view body, size_t from);

// Where the row of the anchor ends, which has `columns` columns behind the
// link; nothing where it is not closed as it should be. `next_anchor` is where
// the next link cell begins, npos for the last row.
std::optional<size_t> FindRowEnd(std::string_view body,
                                 const DailyAnchor& anchor, size_t columns,
                                 size_t next_anchor);

// Where a row that is not closed may be thought to end.
size_t GuessRowEnd(std::string_view body, const DailyAnchor& anchor,
                   size_t columns, size_t next_anchor);

// The first pipe from `from` on, and the last one, that is not escaped; npos
// where there is none.
size_t FindPipe(std::string_view text, size_t from);
size_t FindLastPipe(std::string_view text);

}  // namespace offprint

#endif  // OFFPRINT_READERS_DAILY_ROW_BOUNDS_H_
