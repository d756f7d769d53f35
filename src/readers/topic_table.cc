// B, topic tables (cv-arxiv-daily): "Updated on 2026.06.29", then under each
// "## topic" a table whose columns go by their names, or a list, one line a
// paper.
//
// A row's cells may hold raw pipes. Its date, link and code cells have shapes
// of their own: they are found first, and what lies between two of them belongs
// to the columns that the header names there.

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "base/text.h"
#include "readers/authors.h"
#include "readers/dialects.h"
#include "readers/line_scanner.h"
#include "readers/markdown_link.h"
#include "readers/table_cells.h"

namespace offprint {
namespace {

constexpr size_t kNone = std::string_view::npos;

enum class Column { kDate, kTitle, kAuthors, kPdf, kCode, kAbstract, kOther };
constexpr size_t kColumnKinds = 7;
constexpr size_t kMostColumns = 32;
using Cells = std::array<std::string_view, kColumnKinds>;

Column ColumnOf(std::string_view name) {
  if (EqualsIgnoreCase(name, "Publish Date")) return Column::kDate;
  if (EqualsIgnoreCase(name, "Title")) return Column::kTitle;
  if (EqualsIgnoreCase(name, "Authors")) return Column::kAuthors;
  if (EqualsIgnoreCase(name, "PDF")) return Column::kPdf;
  if (EqualsIgnoreCase(name, "Code")) return Column::kCode;
  if (EqualsIgnoreCase(name, "Abstract")) return Column::kAbstract;
  return Column::kOther;
}

bool IsCodeCell(std::string_view cell) {
  return cell == "null" || cell.starts_with("**[link](") ||
         cell.starts_with("[link](");
}

// Whether a column's cells can be told by their shape, and this is one.
bool HasShape(Column column) {
  return column == Column::kPdf || column == Column::kCode;
}
bool FitsShape(Column column, std::string_view cell) {
  if (column == Column::kCode) return IsCodeCell(cell);
  return ParseWholeLink(DropBold(cell)).has_value();
}

// The slice from the first of the cells to the last, pipes included.
std::string_view Join(const std::vector<std::string_view>& cells, size_t first,
                      size_t last) {
  const char* const end = cells[last].data() + cells[last].size();
  return {cells[first].data(), static_cast<size_t>(end - cells[first].data())};
}

// Where the cell of a column stands that has `surplus` cells too many before
// it at most: the first place from `place` on whose cell has the shape.
size_t FindShape(const std::vector<std::string_view>& cells, Column column,
                 size_t place, size_t surplus) {
  for (size_t at = place; at <= place + surplus && at < cells.size(); ++at) {
    if (FitsShape(column, cells[at])) return at;
  }
  return place;
}

// Gives each column its cell. A surplus of cells goes to the first column of
// the run of free texts (title, abstract) in which it stands.
Cells AssignCells(const std::vector<std::string_view>& cells,
                  const std::vector<Column>& columns) {
  Cells out;
  size_t surplus = cells.size() - columns.size();
  size_t at = 1;
  out[static_cast<size_t>(columns[0])] = cells[0];
  for (size_t i = 1; i < columns.size(); ++i) {
    size_t run = i;  // the next column with a shape, or the end
    while (run < columns.size() && !HasShape(columns[run])) ++run;
    size_t taken = surplus;
    if (run < columns.size()) {
      const size_t place = at + (run - i);
      taken = FindShape(cells, columns[run], place, surplus) - place;
    }
    surplus -= taken;
    for (; i < run; ++i, taken = 0) {
      out[static_cast<size_t>(columns[i])] = Join(cells, at, at + taken);
      at += 1 + taken;
    }
    if (run < columns.size()) {
      out[static_cast<size_t>(columns[run])] = cells[at + taken];
      at += 1 + taken;
    }
  }
  return out;
}

class TopicTableReader {
 public:
  explicit TopicTableReader(DigestBuilder& builder) : builder_(builder) {}

  void Read() {
    LineScanner lines(builder_.text());
    std::string_view line;
    while (lines.Next(&line)) ReadLine(line);
  }

 private:
  void ReadLine(std::string_view line) {
    if (line.starts_with('#') || line.starts_with('>')) {
      ReadHeading(line);
    } else if (TrimLeft(line).starts_with('|')) {
      ReadTableLine(TrimLeft(line));
    } else if (line.starts_with("- ") || line.starts_with("* ")) {
      ReadListItem(line);
    }
  }

  void ReadHeading(std::string_view line) {
    const std::string_view text =
        Trim(line.substr(std::min(line.find_first_not_of("#> "), line.size())));
    if (text.starts_with("Updated on")) {
      if (const auto day = FindDate(text)) builder_.EnterDay(*day);
    } else if (HeadingLevel(line) > 0) {
      topic_ = builder_.Field(HeadingText(line));
      columns_.clear();
    }
  }

  void ReadTableLine(std::string_view line) {
    if (IsTableRule(line)) return;
    const std::vector<std::string_view> cells = SplitCells(line);
    if (EqualsIgnoreCase(cells[0], "Publish Date")) {
      columns_.clear();
      for (const auto name : cells) columns_.push_back(ColumnOf(name));
      if (columns_.size() > kMostColumns) columns_.resize(kMostColumns);
      return;
    }
    if (columns_.empty() && !GuessColumns(line, cells)) return;
    if (cells.size() < columns_.size()) {
      builder_.Report(Severity::kError, line,
                      "row left out: it has " + std::to_string(cells.size()) +
                          " cells where the header names " +
                          std::to_string(columns_.size()) +
                          "; add what is missing");
    } else {
      AddRow(line, AssignCells(cells, columns_));
    }
  }

  // The columns of a table whose header is missing, by its first row.
  bool GuessColumns(std::string_view line,
                    const std::vector<std::string_view>& cells) {
    if (FindDate(cells[0]) == std::nullopt) return false;
    columns_ =
        cells.size() > 4 && ParseWholeLink(cells[3])
            ? std::vector<Column>{Column::kDate, Column::kTitle,
                                  Column::kAuthors, Column::kPdf, Column::kCode}
            : std::vector<Column>{Column::kDate, Column::kTitle, Column::kCode,
                                  Column::kAbstract};
    builder_.Report(Severity::kWarning, line,
                    columns_.size() == 5
                        ? "this table has no header: read as Publish Date | "
                          "Title | Authors | PDF | Code"
                        : "this table has no header: read as Publish Date | "
                          "Title | Code | Abstract");
    return true;
  }

  void AddRow(std::string_view line, const Cells& cells) {
    const auto cell = [&](Column column) {
      return cells[static_cast<size_t>(column)];
    };
    Entry& entry = Add(line, DropBold(cell(Column::kDate)));
    std::string_view title = DropBold(cell(Column::kTitle));
    if (const auto link = ParseWholeLink(title)) {
      title = link->label;
      SetLink(&entry, &Links::abs, link->url);
    }
    if (const auto link = ParseWholeLink(DropBold(cell(Column::kPdf)))) {
      SetLink(&entry, &Links::pdf, link->url);
    }
    entry.title = builder_.Field(title);
    SetAuthor(&entry, cell(Column::kAuthors));
    AddSection(&entry, SectionKey::kAbstract, cell(Column::kAbstract));
    if (const auto code = ParseWholeLink(DropBold(cell(Column::kCode)))) {
      entry.links.code = code->url;
    } else {
      entry.code_in_text = !FindCodeUrl(cell(Column::kAbstract)).empty();
    }
  }

  // "- DATE, **title**, NAME et.al., Paper: [URL](URL)[, Code: **[URL](URL)**]"
  void ReadListItem(std::string_view line) {
    constexpr std::string_view kPaper = ", Paper: ";
    constexpr std::string_view kCode = ", Code: ";
    std::string_view rest = Trim(line.substr(2));
    const size_t paper = rest.rfind(kPaper);
    const size_t comma = rest.find(", ");
    const bool has_date =
        comma != kNone && ParseDate(rest.substr(0, comma)).has_value();
    if (paper == kNone || comma == kNone || comma > paper) {
      if (!has_date) return;  // an item of the contents list, say
      builder_.Report(Severity::kError, line,
                      "list item left out: it has no \", Paper: [URL](URL)\"; "
                      "add it");
      return;
    }
    Entry& entry = Add(line, rest.substr(0, comma));
    std::string_view links = rest.substr(paper + kPaper.size());
    if (const size_t code = links.find(kCode); code != kNone) {
      const std::string_view cell = links.substr(code + kCode.size());
      if (const auto link = ParseWholeLink(DropBold(cell))) {
        entry.links.code = link->url;
      }
      links = links.substr(0, code);
    }
    if (const auto link = ParseWholeLink(links)) {
      SetLink(&entry, &Links::abs, link->url);
    }
    const size_t after_date = std::min(comma + 2, paper);
    rest = rest.substr(after_date, paper - after_date);
    const size_t bold = rest.rfind("**, ");
    if (bold != kNone) SetAuthor(&entry, rest.substr(bold + 4));
    entry.title = builder_.Field(
        DropBold(bold == kNone ? rest : rest.substr(0, bold + 2)));
  }

  Entry& Add(std::string_view line, std::string_view date) {
    Entry& entry = builder_.Add(line);
    entry.topic = topic_;
    entry.published = ParseDate(date);
    if (!entry.published) {
      builder_.Report(
          Severity::kWarning, line,
          Quoted(date) + " is no date: write the paper's as 2026-01-23");
    }
    return entry;
  }

  void SetAuthor(Entry* entry, std::string_view cell) {
    const std::string_view name = CleanAuthor(cell);
    if (!name.empty()) builder_.AddAuthors(std::span(&name, 1), entry);
  }

  DigestBuilder& builder_;
  std::string_view topic_;
  std::vector<Column> columns_;
};

}  // namespace

void ReadTopicTable(DigestBuilder& builder) {
  TopicTableReader(builder).Read();
}

}  // namespace offprint
