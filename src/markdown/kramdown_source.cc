#include "markdown/kramdown_source.h"

#include <algorithm>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "markdown/characters.h"

namespace offprint {
namespace {

using Line = KramdownSource::Line;

constexpr std::string_view kLead = "\xEF\xB7";
constexpr std::string_view kInvisible = "\xEF\xB7\x92";
constexpr char kInvisibleByte = '\x92';
constexpr char kMathByte = '\x90';
constexpr char kFootnoteByte = '\x94';
constexpr std::string_view kEnd = "\xEF\xB7\x91";

bool IsBlankLine(std::string_view line) { return Trim(line).empty(); }

size_t IndentOf(std::string_view line) {
  return std::min(line.find_first_not_of(' '), line.size());
}

std::string StandInFor(char kind, size_t number) {
  return std::string(kLead) + kind + std::to_string(number) + std::string(kEnd);
}

size_t RunLength(std::string_view text, size_t at) {
  return std::min(text.find_first_not_of(text[at], at), text.size()) - at;
}

// Whether "*" between the two is emphasis in kramdown, but not in CommonMark.
bool NeedsLetterBetween(char32_t punctuation, char32_t word) {
  return IsWordy(word) &&
         (IsAsciiPunctuation(punctuation) || IsCjkPunctuation(punctuation));
}

// The elements of HTML that begin a block in kramdown.
constexpr std::string_view kBlockTags[] = {
    "address", "article",    "aside",  "blockquote", "center", "dd",
    "details", "dir",        "div",    "dl",         "dt",     "fieldset",
    "figure",  "figcaption", "footer", "form",       "h1",     "h2",
    "h3",      "h4",         "h5",     "h6",         "header", "iframe",
    "main",    "menu",       "nav",    "ol",         "p",      "section",
    "summary", "table",      "ul"};

// Those that never do.
constexpr std::string_view kInlineTags[] = {
    "a",      "abbr",  "b",    "bdo",  "big",  "br",     "button", "cite",
    "code",   "del",   "dfn",  "em",   "i",    "img",    "input",  "ins",
    "kbd",    "label", "mark", "q",    "samp", "select", "small",  "span",
    "strong", "sub",   "sup",  "time", "tt",   "u",      "var"};

// The small letters of the name behind a "<" or "</" that begins the line.
std::string TagName(std::string_view line) {
  line = TrimLeft(line);
  if (!line.starts_with('<')) return {};
  line.remove_prefix(line.starts_with("</") ? 2 : 1);
  size_t end = 0;
  while (end < line.size() &&
         (IsAsciiAlpha(line[end]) || IsAsciiDigit(line[end]))) {
    ++end;
  }
  return AsciiLower(line.substr(0, end));
}

bool IsOneOf(std::string_view name, const auto& names) {
  return std::ranges::find(names, name) != std::end(names);
}

// How many elements of the name the line opens, less those it closes.
int Balance(std::string_view line, const std::string& name) {
  int balance = 0;
  const std::string small = AsciiLower(line);
  for (const bool opens : {true, false}) {
    const std::string tag = (opens ? "<" : "</") + name;
    for (size_t at = small.find(tag); at != std::string::npos;
         at = small.find(tag, at + 1)) {
      const char next =
          at + tag.size() < small.size() ? small[at + tag.size()] : '>';
      if (next == '>' || IsSpace(next)) balance += opens ? 1 : -1;
    }
  }
  return balance;
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
    const bool html = IsOneOf(TagName(line), kInlineTags);
    if (!list && !html) return Add(line, Line::kText);
    const size_t split = list ? end : begin;
    Add(std::string(line.substr(0, split)) + std::string(kInvisible) +
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
    if (IndentOf(lines_[at_]) > 3 || !IsOneOf(name, kBlockTags) ||
        unclosed_.contains(name)) {
      return false;
    }
    int open = 0;
    size_t end = at_;
    do {
      open += Balance(lines_[end], name);
    } while (open > 0 && ++end < lines_.size());
    if (open > 0) unclosed_.insert(name);
    if (open != 0) return false;
    for (; at_ <= end; ++at_) {
      const std::string_view line = lines_[at_];
      Add(IsBlankLine(line) ? kInvisible : line, Line::kText);
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

// Goes over the text and puts stand-ins into it.
class TextReader {
 public:
  TextReader(std::string_view text, KramdownSource* source)
      : text_(text), source_(*source) {}

  std::string Run() {
    while (at_ < text_.size()) {
      if (SkipCode() || TakeMath() || TakeFootnote() || TakeStars()) continue;
      const char c = text_[at_];
      if (text_.substr(at_).starts_with("\\\\\n")) ++at_;  // a line break
      const size_t size = c == '\\' && at_ + 1 < text_.size() ? 2 : 1;
      out_ += text_.substr(at_, size);
      at_ += size;
    }
    return std::move(out_);
  }

 private:
  bool SkipCode() {
    if (text_[at_] != '`') return false;
    const size_t ticks = RunLength(text_, at_);
    size_t end = at_ + ticks;
    for (size_t next = text_.find('`', end); next != std::string_view::npos;
         next = text_.find('`', next)) {
      const size_t run = RunLength(text_, next);
      next += run;
      if (run != ticks) continue;
      end = next;
      break;
    }
    out_ += text_.substr(at_, end - at_);
    at_ = end;
    return true;
  }

  bool TakeMath() {
    if (!text_.substr(at_).starts_with("$$")) return false;
    const size_t end = text_.find("$$", at_ + 2);
    if (end == std::string_view::npos || end == at_ + 2) return false;
    const std::string_view inside = text_.substr(at_ + 2, end - at_ - 2);
    if (inside.find("\n\n") != std::string_view::npos) return false;
    out_ += StandInFor(kMathByte, source_.math.size());
    source_.math.emplace_back(inside);
    // The lines keep their numbers.
    lost_lines_ += static_cast<size_t>(std::ranges::count(inside, '\n'));
    at_ = end + 2;
    while (lost_lines_ > 0 && text_.substr(at_).starts_with('\n')) {
      out_.append(lost_lines_, '\n');
      lost_lines_ = 0;
    }
    return true;
  }

  bool TakeFootnote() {
    if (!text_.substr(at_).starts_with("[^")) return false;
    constexpr size_t kLongestName = 200;
    const size_t length = text_.substr(at_, kLongestName).find(']');
    if (length == std::string_view::npos) return false;
    const size_t end = at_ + length;
    const std::string_view name = text_.substr(at_ + 2, end - at_ - 2);
    for (size_t i = 0; i < source_.footnotes.size(); ++i) {
      if (source_.footnotes[i].name != name) continue;
      out_ += StandInFor(kFootnoteByte, i);
      at_ = end + 1;
      return true;
    }
    return false;
  }

  bool TakeStars() {
    if (text_[at_] != '*') return false;
    const size_t size = RunLength(text_, at_);
    const char32_t before = CodePointBefore(text_, at_);
    const char32_t after = CodePointAt(text_, at_ + size);
    if (NeedsLetterBetween(before, after)) out_ += kInvisible;
    out_.append(size, '*');
    if (NeedsLetterBetween(after, before)) out_ += kInvisible;
    at_ += size;
    return true;
  }

  std::string_view text_;
  KramdownSource& source_;
  std::string out_;
  size_t at_ = 0;
  size_t lost_lines_ = 0;
};

std::string WithoutNoncharacters(std::string_view markdown) {
  std::string text;
  for (size_t at = 0; at < markdown.size(); ++at) {
    const bool dropped = markdown.substr(at).starts_with(kLead) &&
                         at + 2 < markdown.size() &&
                         static_cast<unsigned char>(markdown[at + 2]) >= 0x90 &&
                         static_cast<unsigned char>(markdown[at + 2]) <= 0xAF;
    if (dropped) {
      at += 2;
    } else if (markdown[at] != '\r') {
      text += markdown[at];
    }
  }
  return text;
}

}  // namespace

KramdownSource::KramdownSource(std::string_view markdown) {
  std::string plain = WithoutNoncharacters(markdown);
  if (plain.ends_with('\n')) plain.pop_back();
  LineReader(plain, this).Run();
  text = TextReader(text, this).Run();
}

std::string KramdownSource::Restored(std::string_view from_cmark) const {
  std::string out;
  while (!from_cmark.empty()) {
    const StandIn found = ReadStandIn(from_cmark);
    if (found.kind == StandIn::Kind::kMath && found.number < math.size()) {
      out += "$$" + math[found.number] + "$$";
    } else if (found.kind == StandIn::Kind::kFootnote &&
               found.number < footnotes.size()) {
      out += "[^" + footnotes[found.number].name + "]";
    } else if (found.kind == StandIn::Kind::kNone) {
      const size_t end = std::min(from_cmark.find(kLead, 1), from_cmark.size());
      out += from_cmark.substr(0, end);
      from_cmark.remove_prefix(end);
    }
    from_cmark.remove_prefix(found.size);
  }
  return out;
}

bool KramdownSource::HasBlankBefore(int line) const {
  for (auto at = static_cast<size_t>(std::max(line, 1)); at-- > 1;) {
    if (at > lines.size()) continue;
    if (lines[at - 1] == Line::kBlank) return true;
    if (lines[at - 1] == Line::kText &&
        !attributes.contains(static_cast<int>(at))) {
      return false;
    }
  }
  return false;
}

bool KramdownSource::IsBlank(int line) const {
  const auto at = static_cast<size_t>(line);
  return line >= 1 && at <= lines.size() && lines[at - 1] == Line::kBlank;
}

StandIn ReadStandIn(std::string_view text) {
  StandIn found;
  if (!text.starts_with(kLead) || text.size() < 3) return found;
  if (text[2] == kInvisibleByte) {
    found.kind = StandIn::Kind::kInvisible;
    found.size = 3;
    return found;
  }
  if (text[2] != kMathByte && text[2] != kFootnoteByte) return found;
  size_t at = 3;
  for (; at < text.size() && IsAsciiDigit(text[at]); ++at) {
    found.number = found.number * 10 + static_cast<size_t>(text[at] - '0');
  }
  if (!text.substr(at).starts_with(kEnd)) return StandIn();
  found.kind =
      text[2] == kMathByte ? StandIn::Kind::kMath : StandIn::Kind::kFootnote;
  found.size = at + kEnd.size();
  return found;
}

}  // namespace offprint
