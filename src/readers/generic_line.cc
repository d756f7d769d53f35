#include "readers/generic_line.h"

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "readers/line_scanner.h"
#include "readers/markdown_link.h"

namespace offprint {
namespace {

constexpr size_t kNone = std::string_view::npos;

// The label "[…" that ends right before `end`, looked for back to `from`.
std::string_view LabelBefore(std::string_view line, size_t from, size_t end) {
  int depth = 0;
  for (size_t at = end; at-- > from;) {
    if (line[at] == ']') ++depth;
    if (line[at] == '[' && --depth < 0) {
      return line.substr(at + 1, end - at - 1);
    }
  }
  return {};
}

// The address that stands in a link behind "](", up to the parenthesis that
// closes it; empty where it holds white space or is not of ASCII alone.
std::string_view Destination(std::string_view text) {
  constexpr size_t kMost = 2048;  // a line may have any number of "]("
  text = text.substr(0, kMost);
  int depth = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (IsSpace(c) || static_cast<unsigned char>(c) >= 0x80) return {};
    if (c == '(') ++depth;
    if (c == ')' && depth-- == 0) return text.substr(0, at);
  }
  return {};
}

bool IsMark(char c) { return c == '*' || c == '`' || c == '|' || c == '_'; }

// Looks for texts in a line from places that only go forward, in linear time.
class ForwardFinder {
 public:
  ForwardFinder(std::string_view line, std::string_view wanted)
      : line_(line), wanted_(wanted), found_(line.find(wanted)) {}

  // The first place from `from` on, or kNone.
  size_t From(size_t from) {
    if (found_ < from) found_ = line_.find(wanted_, from);
    return found_;
  }

 private:
  std::string_view line_;
  std::string_view wanted_;
  size_t found_;
};

std::string_view TrimPunctuation(std::string_view text) {
  constexpr std::array<std::string_view, 20> kMarks = {
      " ", "-", ":", ",",  ";",  ".",  "(",  ")",  "[",  "]",
      "<", ">", "~", "：", "，", "；", "。", "（", "）", "—"};
  for (bool again = true; again;) {
    again = false;
    for (const std::string_view mark : kMarks) {
      if (text.starts_with(mark)) {
        text.remove_prefix(mark.size());
        again = true;
      } else if (text.ends_with(mark) && mark != ")" && mark != "]" &&
                 mark != "）") {
        text.remove_suffix(mark.size());
        again = true;
      }
    }
  }
  return text;
}

// Without the punctuation that joins a text to what stands before it.
std::string_view TrimMarksLeft(std::string_view text) {
  constexpr std::array<std::string_view, 12> kMarks = {
      ")", " ", "\t", ":", "-", ",", ".", "|", "：", "，", "。", "—"};
  for (size_t i = 0; i < kMarks.size();) {
    const bool takes = text.starts_with(kMarks[i]);
    if (takes) text.remove_prefix(kMarks[i].size());
    i = takes ? 0 : i + 1;
  }
  return text;
}

}  // namespace

std::vector<PaperLink> FindPaperLinks(std::string_view line) {
  std::vector<PaperLink> links;
  size_t seen = 0;  // the end of the address before
  for (size_t at = line.find("http"); at != kNone;) {
    const bool labelled = at >= seen + 2 && line.substr(at - 2, 2) == "](";
    std::string_view url;
    if (labelled) url = Destination(line.substr(at));
    if (url.empty()) url = UrlAtHead(line.substr(at));
    VersionedId found = IdFromUrl(url);
    if (!found.id.empty()) {
      links.push_back(
          {std::move(found.id), url,
           labelled ? LabelBefore(line, seen, at - 2) : std::string_view()});
    }
    const size_t next = at + std::max<size_t>(url.size(), 4);
    if (!url.empty()) seen = next;
    at = line.find("http", next);
  }
  return links;
}

std::string WordsOf(std::string_view line) {
  line = TrimLeft(line);
  line.remove_prefix(std::min(line.find_first_not_of('#'), line.size()));
  ForwardFinder middles(line, "](");
  ForwardFinder closes(line, ")");
  ForwardFinder tag_ends(line, ">");
  std::string out;
  for (size_t at = 0; at < line.size();) {
    if (line[at] == 'h') {
      const std::string_view url = UrlAtHead(line.substr(at));
      at += url.size();
      if (!url.empty()) continue;
    }
    if (line[at] == '[') {
      const size_t middle = middles.From(at);
      const std::string_view url =
          middle == kNone ? "" : UrlAtHead(line.substr(middle + 2));
      const size_t close =
          middle == kNone ? kNone : closes.From(middle + 2 + url.size());
      if (close != kNone && line.find('[', at + 1) > middle) {
        const bool is_paper = !IdFromUrl(url).id.empty();
        if (!is_paper) out += line.substr(at + 1, middle - at - 1);
        at = close + 1;
        continue;
      }
    }
    const std::string_view rest = line.substr(at);
    if (rest.starts_with("<a ") || rest.starts_with("</a>")) {
      const size_t end = tag_ends.From(at);
      if (end != kNone) {
        at = end + 1;
        continue;
      }
    }
    if (!IsMark(line[at])) out += line[at];
    ++at;
  }
  return std::string(TrimPunctuation(CollapseSpace(out)));
}

std::string_view TextBehind(std::string_view line, std::string_view url) {
  const auto begin = static_cast<size_t>(url.data() - line.data());
  const std::string_view before = line.substr(0, begin);
  line.remove_prefix(begin + url.size());
  // The rest of the link: "[label](URL "title")", "<a href="URL">label</a>",
  // "<URL>"; then what ends emphasis that it stands in.
  const std::string_view end = before.ends_with("](")    ? ")"
                               : before.ends_with("=\"") ? "</a>"
                               : before.ends_with('<')   ? ">"
                                                         : "";
  const size_t closed = line.find(end);
  if (closed != kNone) line.remove_prefix(closed + end.size());
  line.remove_prefix(std::min(line.find_first_not_of("*_~`"), line.size()));
  line = TrimMarksLeft(line);
  ForwardFinder middles(line, "](");
  ForwardFinder closes(line, ")");
  ForwardFinder tag_ends(line, ">");
  for (size_t at = 0; at < line.size(); ++at) {
    size_t last = at;  // of a link or a tag that begins here
    if (line[at] == '[') {
      const size_t middle = middles.From(at);
      last = middle == kNone ? kNone : closes.From(middle);
    } else if (line[at] == '<') {
      last = tag_ends.From(at);
    } else if (line[at] == 'h') {
      const std::string_view address = UrlAtHead(line.substr(at));
      if (address.empty()) return line;
      last = at + address.size() - 1;
    } else if (IsAsciiAlpha(line[at]) || IsAsciiDigit(line[at]) ||
               static_cast<unsigned char>(line[at]) >= 0x80) {
      return line;
    }
    if (last == kNone) return line;
    at = last;
  }
  return {};
}

bool IsTitle(std::string_view words) {
  constexpr std::array<std::string_view, 16> kLabels = {
      "pdf", "abs",  "html", "arxiv", "link",     "links", "paper", "url",
      "doi", "here", "论文", "链接",  "论文链接", "原文",  "全文",  "摘要"};
  const auto is_letter = [](char c) {
    return IsAsciiAlpha(c) || static_cast<unsigned char>(c) >= 0x80;
  };
  if (std::none_of(words.begin(), words.end(), is_letter)) return false;
  if (!IdFromText(words).id.empty() || !IdFromUrl(words).id.empty()) {
    return false;
  }
  return std::find(kLabels.begin(), kLabels.end(), AsciiLower(words)) ==
         kLabels.end();
}

size_t ListMarkerLength(std::string_view line) {
  const size_t start = line.find_first_not_of(" \t");
  if (start == kNone) return 0;
  size_t at = start;
  while (at < line.size() && IsAsciiDigit(line[at])) ++at;
  if (at == line.size()) return 0;
  const bool fits = at == start
                        ? line[at] == '-' || line[at] == '*' || line[at] == '+'
                        : line[at] == '.' || line[at] == ')';
  if (!fits || at + 1 >= line.size() || !IsSpace(line[at + 1])) return 0;
  return at + 2;
}

std::string_view Links::*KindOf(std::string_view url) {
  if (url.ends_with(".pdf") || url.find("/pdf/") != kNone) return &Links::pdf;
  if (url.find("arxiv.org/html/") != kNone) return &Links::html;
  return &Links::abs;
}

std::vector<Column> NameColumns(const std::vector<std::string_view>& names) {
  struct Name {
    std::string_view part;
    Column column;
  };
  constexpr std::array<Name, 11> kNames = {{{"title", Column::kTitle},
                                            {"标题", Column::kTitle},
                                            {"题目", Column::kTitle},
                                            {"author", Column::kAuthors},
                                            {"作者", Column::kAuthors},
                                            {"date", Column::kDate},
                                            {"日期", Column::kDate},
                                            {"abstract", Column::kAbstract},
                                            {"摘要", Column::kAbstract},
                                            {"summary", Column::kAbstract},
                                            {"总结", Column::kAbstract}}};
  std::vector<Column> columns;
  for (const std::string_view name : names) {
    const std::string lower = AsciiLower(name);
    const auto found = std::find_if(
        kNames.begin(), kNames.end(),
        [&](const Name& known) { return lower.find(known.part) != kNone; });
    columns.push_back(found == kNames.end() ? Column::kOther : found->column);
  }
  return columns;
}

}  // namespace offprint
