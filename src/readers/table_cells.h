// One row of a table, on one line.
#ifndef OFFPRINT_READERS_TABLE_CELLS_H_
#define OFFPRINT_READERS_TABLE_CELLS_H_

#include <string_view>
#include <vector>

namespace offprint {

// The cells between the pipes, trimmed; the outer pipes may be missing. "\|"
// does not split.
std::vector<std::string_view> SplitCells(std::string_view row);

// Whether the line is what stands between a table's header and its rows:
// "|---|:--:|".
bool IsTableRule(std::string_view line);

// The first cell of the row; cheaper than to split it.
std::string_view FirstCell(std::string_view row);

// Whether the pipe at `at` has a back-slash before it.
bool IsEscaped(std::string_view text, size_t at);

}  // namespace offprint

#endif  // OFFPRINT_READERS_TABLE_CELLS_H_
