#include "markdown/kramdown_lines.h"

#include <algorithm>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "base/text.h"
#include "markdown/delimiter_run.h"
#include "markdown/html_elements.h"
#include "markdown/noncharacters.h"

namespace offprint {
namespace {

using Line = KramdownSource::Line;

bool IsBlankLine(std::string_view line) { return Trim(line).empty(); }

size_t IndentOf(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

// "[^name]:" at the head of a line; the name, and where the text begins.
struct Definition {
  std::string_view name;
  size_t text = 0;
};

std::optional<Definition> FootnoteDefinition(std::string_view line) {
  const size_t begin = IndentOf(line);
  if (begin > 3 || !line.substr(begin).starts_with("[^")) return std::nullopt;
  const size_t close = line.find("]:", begin);
  if (close == std::string_view::npos || close == begin + 2) {
    return std::nullopt;
  }
  const std::string_view name = line.substr(begin + 2, close - begin - 2);
  for (const char c : name) {
    if (!IsAsciiAlpha(c) && !IsAsciiDigit(c) && c != '_' && c != '-') {
      return std::nullopt;
    }
  }
  return Definition{name, close + 2};
}

bool IsLinkDefinition(std::string_view line) {
  const size_t begin = IndentOf(line);
  if (begin > 3 || !line.substr(begin).starts_with('[')) return false;
  const size_t close = line.find(']', begin);
  return close != std::string_view::npos && close > begin + 1 &&
         line.substr(close).starts_with("]:") &&
         !IsBlankLine(line.substr(close + 2));
}

// The inside of "{: …}" as a whole line.
std::optional<std::string_view> AttributeLine(std::string_view line) {
  line = Trim(line);
  if (!line.starts_with("{:") || line.starts_with("{::") ||
      !line.ends_with('}') || line.size() < 4) {
    return std::nullopt;
  }
  return line.substr(2, line.size() - 3);
}

// Goes over the lines and makes of each the one that cmark reads.
class LineReader {
 public:
  LineReader(std::string_view markdown, KramdownSource* source)
      : lines_(Split(markdown, '\n')), source_(*source) {}

  void Run() {
    while (at_ < lines_.size()) {
      if (SkipFence() || TakeFootnote() || TakeAttributes() || TakeHtml()) {
        continue;
      }
      const std::string_view line = lines_[at_++];
      if (line.find_first_not_of(" \t>") == std::string_view::npos) {
        Add(line, Line::kBlank);  // so is the ">" between two quotations
      } else if (IsLinkDefinition(line)) {
        Add(line, Line::kDefinition);
      } else {
        AddText(line);
      }
    }
  }

 private:
  void Add(std::string_view line, Line kind) {
    if (!source_.lines.empty()) source_.text += '\n';
    source_.text += line;
    source_.lines.push_back(kind);
  }

  // A number with a ")" begins no list in kramdown.
  void AddText(std::string_view line) {
    const size_t begin = IndentOf(line);
    size_t end = begin;
    while (end < line.size() && IsAsciiDigit(line[end])) ++end;
    const bool list = end > begin && line.substr(end).starts_with(')');
    const bool html = IsSpanElement(TagName(line));
    if (!list && !html) return Add(line, Line::kText);
    const size_t split = list ? end : begin;
    Add(std::string(line.substr(0, split)) + std::string(kInvisibleLetter) +
            std::string(line.substr(split)),
        Line::kText);
  }

  // Code between fences stays as it is.
  bool SkipFence() {
    const std::string_view line = TrimLeft(lines_[at_]);
    if (!line.starts_with("```") && !line.starts_with("~~~")) return false;
    const std::string_view fence = line.substr(0, RunLength(line, 0));
    if (line.substr(fence.size()).find('`') != std::string_view::npos) {
      return false;
    }
    Add(lines_[at_++], Line::kText);
    while (at_ < lines_.size()) {
      const std::string_view next = Trim(lines_[at_]);
      Add(lines_[at_++], Line::kText);
      if (next.starts_with(fence) && RunLength(next, 0) == next.size()) break;
    }
    return true;
  }

  bool TakeFootnote() {
    const auto definition = FootnoteDefinition(lines_[at_]);
    if (!definition) return false;
    std::string text(TrimLeft(lines_[at_++].substr(definition->text)));
    Add("", Line::kDefinition);
    while (at_ < lines_.size()) {
      const std::string_view line = lines_[at_];
      const bool goes_on =
          IsBlankLine(line)
              ? at_ + 1 < lines_.size() && IndentOf(lines_[at_ + 1]) >= 4 &&
                    !IsBlankLine(lines_[at_ + 1])
              : IndentOf(line) >= 4 || !IsBlankLine(lines_[at_ - 1]);
      if (!goes_on || FootnoteDefinition(line)) break;
      text += '\n';
      text += line.substr(std::min<size_t>(4, IndentOf(line)));
      Add("", Line::kDefinition);
      ++at_;
    }
    source_.footnotes.push_back({std::string(definition->name), text, 0});
    return true;
  }

  bool TakeAttributes() {
    const auto inside = AttributeLine(lines_[at_]);
    if (!inside) return false;
    Add("", Line::kText);
    source_.attributes[static_cast<int>(source_.lines.size())] = {
        std::string(*inside), IndentOf(lines_[at_]) >= 2};
    ++at_;
    return true;
  }

  // A block of HTML up to the line on which its element ends.
  bool TakeHtml() {
    const std::string name = TagName(lines_[at_]);
    if (IndentOf(lines_[at_]) > 3 || !IsBlockElement(name) ||
        unclosed_.contains(name)) {
      return false;
    }
    int open = 0;
    size_t end = at_;
    do {
      open += OpenElements(lines_[end], name);
    } while (open > 0 && ++end < lines_.size());
    if (open > 0) unclosed_.insert(name);
    if (open != 0) return false;
    for (; at_ <= end; ++at_) {
      const std::string_view line = lines_[at_];
      Add(IsBlankLine(line) ? kInvisibleLetter : line, Line::kText);
    }
    if (at_ < lines_.size() && !IsBlankLine(lines_[at_])) {
      Add("", Line::kText);  // what follows is no part of it
    }
    return true;
  }

  std::vector<std::string_view> lines_;
  KramdownSource& source_;
  size_t at_ = 0;
  std::set<std::string> unclosed_;  // elements that do not end in the text
};

}  // namespace

void ReadKramdownLines(std::string_view markdown, KramdownSource* source) {
  LineReader(markdown, source).Run();
}

}  // namespace offprint
