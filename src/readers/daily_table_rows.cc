#include "readers/daily_table_rows.h"

#include <algorithm>
#include <span>
#include <string>

#include "base/text.h"
#include "readers/authors.h"
#include "readers/daily_row_bounds.h"
#include "readers/line_scanner.h"
#include "readers/markdown_link.h"
#include "readers/table_cells.h"
#include "readers/translated_title.h"

namespace offprint {
namespace {

constexpr size_t kNone = std::string_view::npos;

std::string_view& At(std::array<std::string_view, kDailyColumns>& cells,
                     DailyColumn column) {
  return cells[static_cast<size_t>(column)];
}

std::string Unescape(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '|') ++at;
    out += text[at];
  }
  return out;
}

// The cells left of the link: the last ones are the columns next to it, and
// the title is all before them.
template <typename Cells>
void SplitBefore(std::string_view text, const DailyHeader& header,
                 Cells* cells) {
  text = Trim(text);
  if (text.starts_with('|')) text.remove_prefix(1);
  size_t column = header.columns.size() - header.columns_after_link() - 1;
  while (--column > 0) {
    const size_t pipe = FindLastPipe(text);
    if (pipe == kNone) break;
    At(*cells, header.columns[column]) = Trim(text.substr(pipe + 1));
    text = text.substr(0, pipe);
  }
  At(*cells, DailyColumn::kTitle) = Trim(text);
}

// The cells right of the link; the last column takes surplus pipes.
template <typename Cells>
void SplitAfter(std::string_view text, const DailyHeader& header,
                Cells* cells) {
  text = Trim(text);
  if (text.ends_with('|') && !IsEscaped(text, text.size() - 1)) {
    text.remove_suffix(1);
  }
  const size_t count = header.columns.size();
  for (size_t i = count - header.columns_after_link(); i < count; ++i) {
    const size_t pipe = i + 1 < count ? FindPipe(text, 0) : kNone;
    At(*cells, header.columns[i]) = Trim(text.substr(0, pipe));
    text = pipe == kNone ? std::string_view() : text.substr(pipe + 1);
  }
}

}  // namespace

size_t DailyTableRows::RowEnd(std::string_view body, const DailyAnchor& anchor,
                              size_t next_anchor) {
  const size_t columns = header_->columns_after_link();
  if (const auto end = FindRowEnd(body, anchor, columns, next_anchor)) {
    return *end;
  }
  builder_.Report(Severity::kWarning, body.substr(anchor.begin),
                  "this row is not closed as the table's header asks: close "
                  "each of its cells with \"|\" and begin the next row on a "
                  "line of its own");
  return GuessRowEnd(body, anchor, columns, next_anchor);
}

void DailyTableRows::Read(std::string_view body, const DailyHeader& header) {
  header_ = &header;
  LineScanner lines(body);
  if (IsTableRule(lines.Peek())) body.remove_prefix(lines.Peek().size());
  size_t row = 0;
  std::optional<DailyAnchor> anchor = FindDailyAnchor(body, 0);
  while (anchor) {
    const std::optional<DailyAnchor> next = FindDailyAnchor(body, anchor->end);
    const size_t end = RowEnd(body, *anchor, next ? next->begin : kNone);
    const std::string_view before =
        TakeUnanchoredRows(body.substr(row, anchor->begin - row));
    Cells cells;
    SplitBefore(before, header, &cells);
    SplitAfter(body.substr(anchor->end, end - anchor->end), header, &cells);
    At(cells, DailyColumn::kLink) = anchor->url;
    AddEntry(before.empty() ? body.substr(anchor->begin) : before, cells);
    row = end;
    anchor = next;
  }
  const std::string_view rest = TakeUnanchoredRows(body.substr(row));
  LineScanner rest_lines(rest);
  if (rest.starts_with('|')) ReadUnanchoredRow(rest_lines.Peek());
}

// What the columns are is told by the first row: what stands before its link
// cell and how many cells behind it.
void DailyTableRows::ReadWithoutHeader(std::string_view body) {
  const std::optional<DailyAnchor> anchor = FindDailyAnchor(body, 0);
  if (!anchor) return;
  const size_t newline = body.rfind('\n', anchor->begin);
  const size_t start = newline == kNone ? 0 : newline + 1;
  const std::vector<std::string_view> before =
      SplitCells(body.substr(start, anchor->begin + 1 - start));
  LineScanner behind(body.substr(anchor->end));
  DailyHeader header{{DailyColumn::kTitle, DailyColumn::kAuthor}};
  if (ParseDate(before.back())) header.columns.push_back(DailyColumn::kDate);
  header.columns.push_back(DailyColumn::kLink);
  if (SplitCells(behind.Peek()).size() > 1) {
    header.columns.push_back(DailyColumn::kCode);
    header.columns.push_back(DailyColumn::kOriginalTitle);
  } else {
    header.columns.push_back(DailyColumn::kAbstract);
  }
  builder_.Report(
      Severity::kWarning, body.substr(start),
      "no header above these rows: their columns are guessed; put "
      "| 标题 | 作者 | PDF链接 | 摘要 | and a line of dashes there");
  Read(body.substr(start), header);
}

// Reads the rows without a link cell at the head of the text, each on a line,
// and gives what follows them. (A title may begin with a pipe, too: only a line
// that ends with one and has another such line behind it is a row.)
std::string_view DailyTableRows::TakeUnanchoredRows(std::string_view text) {
  for (;;) {
    text = TrimLeft(text);
    const size_t end = text.find('\n');
    if (!text.starts_with('|') || end == kNone) return text;
    const std::string_view line = TrimRight(text.substr(0, end));
    const std::string_view rest = TrimLeft(text.substr(end));
    if (line.size() < 2 || !line.ends_with('|') || !rest.starts_with('|')) {
      return text;
    }
    ReadUnanchoredRow(line);
    text = rest;
  }
}

void DailyTableRows::ReadUnanchoredRow(std::string_view line) {
  const std::vector<std::string_view> found = SplitCells(line);
  const auto blank = [](std::string_view cell) { return cell.empty(); };
  if (IsTableRule(line) || std::all_of(found.begin(), found.end(), blank)) {
    return;
  }
  if (found.size() != header_->columns.size()) {
    builder_.Report(
        Severity::kError, line,
        "row left out: it has no cell [PDF](…) or PDF缺失, and " +
            std::to_string(found.size()) + " cells where the header names " +
            std::to_string(header_->columns.size()) + "; add what is missing");
    return;
  }
  Cells cells;
  for (size_t i = 0; i < found.size(); ++i) {
    At(cells, header_->columns[i]) = found[i];
  }
  std::string_view& link = At(cells, DailyColumn::kLink);
  if (const auto parsed = ParseWholeLink(link)) link = parsed->url;
  if (IdFromUrl(link).id.empty()) link = {};
  builder_.Report(Severity::kWarning, line,
                  "this row has no cell [PDF](…): read by the order of its "
                  "cells; write its link so, or PDF缺失 where there is none");
  AddEntry(line, cells);
}

void DailyTableRows::AddEntry(std::string_view row, Cells cells) {
  Entry& entry = builder_.Add(row);
  if (header_->has_date()) {  // the layout that escapes its pipes
    for (std::string_view& cell : cells) {
      if (cell.find("\\|") != kNone) cell = builder_.Keep(Unescape(cell));
    }
  }
  SetLink(&entry, &Links::pdf, At(cells, DailyColumn::kLink));
  if (const auto code = FindCodeUrl(At(cells, DailyColumn::kCode));
      !code.empty()) {
    entry.links.code = code;
  }
  const std::string_view author = CleanAuthor(At(cells, DailyColumn::kAuthor));
  if (!author.empty()) builder_.AddAuthors(std::span(&author, 1), &entry);
  entry.published = ParseDate(At(cells, DailyColumn::kDate));
  SetTitle(cells, row, &entry);
  CountCut(row, At(cells, DailyColumn::kAbstract));
  AddSection(&entry, SectionKey::kAbstract, At(cells, DailyColumn::kAbstract));
}

void DailyTableRows::CountCut(std::string_view row, std::string_view abstract) {
  if (!abstract.ends_with("[翻译失败]")) return;
  if (++cut_ == 1) first_cut_ = row;
}

void DailyTableRows::ReportCut() {
  if (cut_ == 0) return;
  builder_.Report(Severity::kNote, first_cut_,
                  "abstracts that are cut and not translated ([翻译失败]): " +
                      std::to_string(cut_) + "; this is the first");
}

void DailyTableRows::SetTitle(const Cells& cells, std::string_view row,
                              Entry* entry) {
  const TranslatedTitle title =
      ParseTranslatedTitle(cells[static_cast<size_t>(DailyColumn::kTitle)]);
  const std::string_view original =
      builder_.Field(cells[static_cast<size_t>(DailyColumn::kOriginalTitle)]);
  entry->title = builder_.Keep(title.title);
  entry->title_note = title.note;
  if (IsRefusal(title.title)) {
    builder_.Report(
        Severity::kWarning, row,
        original.empty()
            ? "the title is an answer of the translator: translate it again"
            : "the title is an answer of the translator: the original title "
              "stands in its place");
    if (original.empty()) return;
    entry->title_note = entry->title;
    entry->title = original;
  } else if (entry->title.empty()) {
    entry->title = original;
  } else if (original != entry->title) {
    entry->original_title = original;
  }
}

}  // namespace offprint
