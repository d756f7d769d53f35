// Anything else that holds links to papers: each heading, list item and table
// row with an arXiv or DOI link is a paper. What a link's label, a table's
// column or the words of the line say is taken as its title; what follows, up
// to the next heading or paper, as its text.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/text.h"
#include "readers/authors.h"
#include "readers/dialects.h"
#include "readers/generic_line.h"
#include "readers/line_scanner.h"
#include "readers/markdown_link.h"
#include "readers/table_cells.h"

namespace offprint {
namespace {

class GenericReader {
 public:
  explicit GenericReader(DigestBuilder& builder) : builder_(builder) {}

  void Read() {
    LineScanner lines(builder_.text());
    std::string_view line;
    while (lines.Next(&line)) {
      if (line.starts_with("---") && lines.offset() == line.size() + 1) {
        SkipFrontMatter(&lines);
      } else if (TrimLeft(line).starts_with("```")) {
        // Code below an item is a part of it where it is indented.
        if (!under_heading_ && !IsSpace(line[0])) CloseText(line);
        SkipCode(&lines);
      } else {
        ReadLine(line);
      }
    }
    CloseText(builder_.text().substr(builder_.text().size()));
    if (in_text_ == 0) return;
    builder_.Report(Severity::kNote, first_in_text_,
                    "links to papers in running text are left out: " +
                        std::to_string(in_text_) +
                        ", this is the first; make list items of them");
  }

 private:
  // Moves behind the line that ends front matter or code, if there is one.
  template <typename IsEnd>
  static void SkipTo(IsEnd is_end, LineScanner* lines) {
    LineScanner ahead = *lines;
    std::string_view line;
    while (ahead.Next(&line)) {
      if (!is_end(line)) continue;
      *lines = ahead;
      return;
    }
  }

  static void SkipFrontMatter(LineScanner* lines) {
    SkipTo(
        [](std::string_view line) {
          return TrimRight(line) == "---" || TrimRight(line) == "...";
        },
        lines);
  }

  void SkipCode(LineScanner* lines) {
    if (is_code_open_) return;
    const size_t before = lines->offset();
    SkipTo(
        [](std::string_view line) { return TrimLeft(line).starts_with("```"); },
        lines);
    is_code_open_ = lines->offset() == before;
  }

  void ReadLine(std::string_view line) {
    const std::vector<PaperLink> papers = FindPaperLinks(line);
    const bool is_row = TrimLeft(line).starts_with('|');
    const size_t marker = ListMarkerLength(line);
    if (!is_row) columns_.clear();
    const bool is_text = HeadingLevel(line) == 0 && !is_row &&
                         (papers.empty() || marker == 0) &&
                         (under_heading_ || line.empty() || IsSpace(line[0]));
    if (text_ != nullptr && is_text) return;
    CloseText(line);
    if (HeadingLevel(line) > 0) {
      ReadHeading(line, papers);
    } else if (is_row) {
      ReadRow(line, papers);
    } else if (marker > 0) {
      ReadItem(line, marker, papers);
    } else if (!papers.empty()) {
      if (in_text_ == 0) first_in_text_ = papers[0].url;
      in_text_ += papers.size();
    }
  }

  void ReadHeading(std::string_view line,
                   const std::vector<PaperLink>& papers) {
    above_ = {};
    if (!papers.empty()) {
      AddPapers(line, papers, WordsOf(line));
      return;
    }
    const std::string words = WordsOf(line);
    if (const auto day = FindDate(words)) {
      builder_.EnterDay(*day);
    } else if (HeadingLevel(line) == 2) {
      topic_ = builder_.Keep(words);
    } else if (HeadingLevel(line) > 2) {
      above_ = builder_.Keep(words);
    }
  }

  void ReadItem(std::string_view line, size_t marker,
                const std::vector<PaperLink>& papers) {
    const std::string words = WordsOf(line.substr(marker));
    const bool nested = IsSpace(line[0]);
    if (!papers.empty()) {
      const std::vector<Entry>& entries = builder_.digest().entries;
      const size_t first = entries.size();
      AddPapers(line, papers, IsTitle(words) ? words : std::string(above_));
      above_ = {};
      // Words that are not the title are text.
      const bool is_labelled =
          entries.size() == first + 1 &&
          std::ranges::any_of(papers, [&](const PaperLink& paper) {
            return !paper.label.empty() &&
                   WordsOf(paper.label) == entries[first].title;
          });
      if (is_labelled) {
        const std::string_view rest = TextBehind(line, papers.back().url);
        if (!rest.empty()) text_ = rest.data();
      }
    } else if (!nested) {
      above_ = builder_.Keep(words);
    }
  }

  void ReadRow(std::string_view line, const std::vector<PaperLink>& papers) {
    if (IsTableRule(line)) return;
    const std::vector<std::string_view> cells = SplitCells(line);
    if (papers.empty()) {
      if (columns_.empty()) {
        columns_ = NameColumns(cells);
        names_ = cells;
      }
      return;
    }
    std::string title;
    for (size_t i = 0; i < cells.size() && title.empty(); ++i) {
      const std::string words = WordsOf(cells[i]);
      const bool named = i < columns_.size() && columns_[i] == Column::kTitle;
      if (named && IsTitle(words)) title = words;
    }
    const size_t first = builder_.digest().entries.size();
    AddPapers(line, papers, title);
    if (builder_.digest().entries.size() == first + 1) {
      Entry& entry = builder_.digest().entries[first];
      if (!title.empty()) entry.title = builder_.Keep(title);
      ReadCells(cells, &entry);
    }
  }

  void ReadCells(const std::vector<std::string_view>& cells, Entry* entry) {
    for (size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
      if (columns_[i] == Column::kAuthors) {
        builder_.AddAuthors(SplitAuthors(cells[i]), entry);
      } else if (columns_[i] == Column::kDate) {
        entry->published = FindDate(cells[i]);
      } else if (columns_[i] == Column::kAbstract) {
        AddSection(entry, SectionKey::kAbstract, cells[i]);
      }
    }
    AddOtherCells(cells, entry);
  }

  // What stands in columns of names that mean nothing here, as text: "Venue:
  // ICML". Cells that are links, numbers and empty ones say nothing.
  void AddOtherCells(const std::vector<std::string_view>& cells, Entry* entry) {
    std::string text;
    for (size_t i = 0; i < std::min(cells.size(), columns_.size()); ++i) {
      if (columns_[i] != Column::kOther || ParseWholeLink(cells[i]) ||
          !FindPaperLinks(cells[i]).empty() || !IsTitle(WordsOf(cells[i]))) {
        continue;
      }
      if (!text.empty()) text += "\n\n";
      text.append(Trim(names_[i])).append(": ").append(Trim(cells[i]));
    }
    if (text.empty()) return;
    if (entry->sections.empty()) {
      AddSection(entry, SectionKey::kAbstract, builder_.Keep(text));
    } else {
      std::string_view& abstract = entry->sections.front().text;
      abstract = builder_.Keep(std::string(abstract) + "\n\n" + text);
    }
  }

  // One entry for each paper that the line links to; further links to the same
  // paper are its other addresses.
  void AddPapers(std::string_view line, const std::vector<PaperLink>& papers,
                 const std::string& words) {
    std::vector<Entry>& entries = builder_.digest().entries;
    const size_t first = entries.size();
    const std::string_view code = FindCodeUrl(line);
    std::map<PaperId, size_t> found;
    for (const PaperLink& paper : papers) {
      const auto [place, is_new] = found.emplace(paper.id, entries.size());
      if (is_new) {
        Entry& added = builder_.Add(line);
        added.topic = topic_;
        added.links.code = code;
      }
      Entry* const entry = &entries[place->second];
      SetLink(entry, KindOf(paper.url), paper.url);
      const std::string label = WordsOf(paper.label);
      if (entry->title.empty() && IsTitle(label)) {
        entry->title = builder_.Keep(label);
      }
    }
    // The words of the line say what one paper is called, not several.
    if (entries.size() != first + 1) return;
    if (entries[first].title.empty()) {
      entries[first].title = builder_.Keep(words);
    }
    text_ = line.data() + line.size();
    under_heading_ = HeadingLevel(line) > 0;
  }

  // The text of the open paper ends where `next` begins.
  void CloseText(std::string_view next) {
    if (text_ == nullptr) return;
    Entry& entry = builder_.digest().entries.back();
    const auto size = static_cast<size_t>(next.data() - text_);
    if (entry.sections.empty()) {
      AddSection(&entry, SectionKey::kAbstract, {text_, size});
    }
    text_ = nullptr;
  }

  DigestBuilder& builder_;
  std::string_view topic_;
  // A heading or item that names no paper, but may be the title of one below.
  std::string_view above_;
  std::vector<Column> columns_;
  std::vector<std::string_view> names_;  // of the columns
  // Where the text of the last paper begins, while it is open. Below a list
  // item it is the lines that are indented.
  const char* text_ = nullptr;
  bool under_heading_ = false;
  size_t in_text_ = 0;
  std::string_view first_in_text_;
  bool is_code_open_ = false;  // without an end: what follows is read
};

}  // namespace

void ReadGeneric(DigestBuilder& builder) { GenericReader(builder).Read(); }

}  // namespace offprint
