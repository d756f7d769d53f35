#include "readers/table_cells.h"

#include "base/text.h"

namespace offprint {

bool IsEscaped(std::string_view text, size_t at) {
  return at > 0 && text[at - 1] == '\\';
}

std::vector<std::string_view> SplitCells(std::string_view row) {
  row = Trim(row);
  if (row.starts_with('|')) row.remove_prefix(1);
  if (row.ends_with('|') && !IsEscaped(row, row.size() - 1)) {
    row.remove_suffix(1);
  }
  std::vector<std::string_view> cells;
  size_t start = 0;
  for (size_t at = 0; at <= row.size(); ++at) {
    const bool ends =
        at == row.size() || (row[at] == '|' && !IsEscaped(row, at));
    if (!ends) continue;
    cells.push_back(Trim(row.substr(start, at - start)));
    start = at + 1;
  }
  return cells;
}

std::string_view FirstCell(std::string_view row) {
  row = TrimLeft(row);
  if (row.starts_with('|')) row.remove_prefix(1);
  size_t end = row.find('|');
  while (end != std::string_view::npos && IsEscaped(row, end)) {
    end = row.find('|', end + 1);
  }
  return Trim(row.substr(0, end));
}

bool IsTableRule(std::string_view line) {
  line = Trim(line);
  return line.find_first_not_of("|-: \t") == std::string_view::npos &&
         line.find('-') != std::string_view::npos &&
         line.find('|') != std::string_view::npos;
}

}  // namespace offprint
