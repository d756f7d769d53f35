#include "data/csv.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

namespace offprint::data {
namespace {

using Cell = std::optional<std::string>;  // nothing for an empty one

// One pass over the text, a row at a time.
class RowReader {
 public:
  RowReader(std::string_view text, char separator, const std::string& file,
            Diagnostics& diagnostics)
      : text_(text),
        separator_(separator),
        file_(file),
        diagnostics_(diagnostics) {}

  bool AtEnd() const { return at_ == text_.size(); }
  Mark mark() const { return {line_, static_cast<int>(at_ - start_) + 1}; }

  // False, with an error, where the row is malformed.
  bool Read(std::vector<Cell>* row) {
    row->clear();
    if (TakeLineEnd()) return true;
    do {
      Cell cell;
      if (!(Peek() == '"' ? ReadQuoted(&cell) : ReadPlain(&cell))) return false;
      row->push_back(std::move(cell));
    } while (Take(separator_));
    return AtEnd() || TakeLineEnd() ||
           Fail("there is text behind the closing quote of a cell");
  }

 private:
  char Peek() const { return AtEnd() ? '\0' : text_[at_]; }

  bool Take(char c) {
    if (AtEnd() || text_[at_] != c) return false;
    ++at_;
    return true;
  }

  bool TakeLineEnd() {
    if (!Take('\n')) return false;
    ++line_;
    start_ = at_;
    return true;
  }

  bool ReadPlain(Cell* cell) {
    const size_t begin = at_;
    while (!AtEnd() && text_[at_] != separator_ && text_[at_] != '\n') {
      if (text_[at_] == '"') {
        return Fail(
            "there is a quote inside a cell that does not begin with one; put "
            "the cell in quotes and write the quote twice");
      }
      ++at_;
    }
    if (at_ > begin) *cell = text_.substr(begin, at_ - begin);
    return true;
  }

  bool ReadQuoted(Cell* cell) {
    const Mark opening = mark();
    cell->emplace();
    for (++at_; !AtEnd(); ++at_) {
      const char c = text_[at_];
      if (c == '"' && (++at_, Peek() != '"')) return true;
      **cell += c;
      if (c == '\n') {
        ++line_;
        start_ = at_ + 1;
      }
    }
    return Fail("this quoted cell has no end", opening);
  }

  bool Fail(std::string message) { return Fail(std::move(message), mark()); }

  bool Fail(std::string message, Mark where) {
    diagnostics_.Error({file_, where.line, where.column}, std::move(message));
    return false;
  }

  std::string_view text_;
  char separator_;
  const std::string& file_;
  Diagnostics& diagnostics_;
  size_t at_ = 0;
  size_t start_ = 0;  // of the line
  int line_ = 1;
};

Object MakeRow(const std::vector<Cell>& names, std::vector<Cell>* cells) {
  cells->resize(std::max(cells->size(), names.size()));
  Object row;
  for (size_t i = 0; i < names.size(); ++i) {
    if (!names[i] || row.Find(*names[i]) != nullptr) continue;
    Cell& cell = (*cells)[i];
    row.Append(*names[i], cell ? Value(std::move(*cell)) : Value());
  }
  return row;
}

}  // namespace

Value ParseCsv(std::string_view text, char separator, const std::string& file,
               Diagnostics& diagnostics) {
  RowReader reader(text, separator, file, diagnostics);
  std::vector<Cell> names;
  std::vector<Cell> cells;
  if (!reader.AtEnd() && !reader.Read(&names)) return nullptr;
  Array rows;
  while (!reader.AtEnd()) {
    const Mark mark = reader.mark();
    if (!reader.Read(&cells)) return nullptr;
    Value row = MakeRow(names, &cells);
    row.mark = mark;
    rows.push_back(std::move(row));
  }
  return rows;
}

}  // namespace offprint::data
