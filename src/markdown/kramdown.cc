// One walk over cmark's tree writes what kramdown's converter would: a block
// begins on a line of its own, two blanks further in than what holds it; an
// empty line stands where the source has one between two blocks.
#include "markdown/kramdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>

#include <algorithm>
#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/unicode.h"
#include "markdown/document.h"

namespace offprint {
namespace {

void AppendEscaped(std::string_view text, std::string* html) {
  for (const char c : text) {
    switch (c) {
      case '&':
        *html += "&amp;";
        break;
      case '<':
        *html += "&lt;";
        break;
      case '>':
        *html += "&gt;";
        break;
      default:
        *html += c;
    }
  }
}

void AppendAttribute(std::string_view name, std::string_view value,
                     std::string* html) {
  *html += ' ';
  html->append(name) += "=\"";
  std::string escaped;
  AppendEscaped(value, &escaped);
  for (const char c : escaped) {
    if (c == '"') {
      *html += "&quot;";
    } else {
      *html += c;
    }
  }
  *html += '"';
}

std::string_view LiteralOf(cmark_node* node) {
  const char* literal = cmark_node_get_literal(node);
  return literal == nullptr ? std::string_view() : literal;
}

// The text below a node, marks off.
std::string TextBelow(cmark_node* node) {
  std::string text;
  for (NodeWalk walk(node); walk.Next();) {
    if (walk.enters()) text += LiteralOf(walk.node());
  }
  return text;
}

// GitHub's rule: small letters, "-" for blanks, nothing for what is no word.
std::string HeadingId(std::string_view text) {
  std::string id;
  for (size_t at = 0; at < text.size();) {
    const size_t begin = at;
    const char32_t c = NextCodePoint(text, &at);
    if (c == ' ' || c == '\t') {
      id += '-';
    } else if (c == '-' || c == '_' || IsWordCharacter(c)) {
      id.append(text, begin, at - begin);
    }
  }
  std::string lower;
  AppendLowerCase(id, &lower);
  return lower;
}

bool IsTight(cmark_node* item) {
  cmark_node* const list = cmark_node_parent(item);
  return cmark_node_get_list_tight(list) != 0;
}

bool IsBlank(std::string_view line) {
  return line.find_first_not_of(" \t\r") == std::string_view::npos;
}

// "[name]: address", which leaves nothing behind.
bool IsLinkReference(std::string_view line) {
  const std::string_view text = TrimLeft(line);
  const size_t end = text.find("]:");
  return line.size() - text.size() < 4 && text.starts_with('[') &&
         !text.starts_with("[^") && end != std::string_view::npos &&
         text.find(']') == end;
}

class Writer {
 public:
  Writer(std::string_view markdown, std::string* html)
      : lines_(Split(markdown, '\n')), html_(*html) {}

  void Write(cmark_node* root) {
    if (cmark_node_first_child(root) == nullptr) {
      html_ += '\n';
      return;
    }
    if (BeginsBlank()) html_ += '\n';
    for (NodeWalk walk(root); walk.Next();) {
      if (walk.node() == root) continue;
      if (walk.enters()) {
        Enter(walk.node());
      } else {
        Leave(walk.node());
      }
    }
    if (EndsBlank()) html_ += '\n';
  }

 private:
  bool BeginsBlank() const {
    const auto first =
        std::find_if_not(lines_.begin(), lines_.end(), IsLinkReference);
    return first != lines_.end() && IsBlank(*first);
  }

  // The text after the last line's end is no line.
  bool EndsBlank() const {
    auto last = lines_.rbegin();
    if (last->empty()) ++last;
    last = std::find_if_not(last, lines_.rend(), IsLinkReference);
    return last != lines_.rend() && IsBlank(*last);
  }

  void Indent() { html_.append(2 * depth_, ' '); }

  // The empty line that parts two blocks.
  void PartFromPrevious(cmark_node* node) {
    cmark_node* const previous = cmark_node_previous(node);
    if (previous == nullptr || cmark_node_get_type(node) == CMARK_NODE_ITEM) {
      return;
    }
    if (IsBlankLine(cmark_node_get_start_line(node) - 1)) html_ += '\n';
  }

  // Whether a line, from 1, holds nothing but marks of quotations.
  bool IsBlankLine(int line) const {
    if (line < 1 || static_cast<size_t>(line) > lines_.size()) return false;
    const std::string_view text = lines_[static_cast<size_t>(line) - 1];
    return text.find_first_not_of(" \t\r>") == std::string_view::npos;
  }

  void Enter(cmark_node* node) {
    const cmark_node_type type = cmark_node_get_type(node);
    if (IsTablePart(node)) return EnterTable(node);
    switch (type) {
      case CMARK_NODE_BLOCK_QUOTE:
      case CMARK_NODE_LIST:
        return OpenBlock(node);
      case CMARK_NODE_ITEM:
        return OpenItem(node);
      case CMARK_NODE_PARAGRAPH:
        return OpenParagraph(node);
      case CMARK_NODE_HEADING:
        return OpenHeading(node);
      case CMARK_NODE_CODE_BLOCK:
        return WriteCodeBlock(node);
      case CMARK_NODE_HTML_BLOCK:
        PartFromPrevious(node);
        html_ += LiteralOf(node);
        return;
      case CMARK_NODE_THEMATIC_BREAK:
        PartFromPrevious(node);
        Indent();
        html_ += "<hr />\n";
        return;
      default:
        return EnterInline(node, type);
    }
  }

  void EnterInline(cmark_node* node, cmark_node_type type) {
    switch (type) {
      case CMARK_NODE_TEXT:
        return WriteText(LiteralOf(node));
      case CMARK_NODE_SOFTBREAK:
        html_ += '\n';
        return;
      case CMARK_NODE_LINEBREAK:
        html_ += "<br />\n";
        return;
      case CMARK_NODE_CODE:
        html_ += "<code class=\"language-plaintext highlighter-rouge\">";
        AppendEscaped(LiteralOf(node), &html_);
        html_ += "</code>";
        return;
      case CMARK_NODE_HTML_INLINE:
        return WriteTag(LiteralOf(node));
      case CMARK_NODE_EMPH:
        html_ += "<em>";
        return;
      case CMARK_NODE_STRONG:
        html_ += "<strong>";
        return;
      case CMARK_NODE_LINK:
        html_ += "<a";
        AppendAttribute("href", cmark_node_get_url(node), &html_);
        AppendTitle(node);
        html_ += '>';
        return;
      case CMARK_NODE_IMAGE:
        return WriteImage(node);
      default:
        return;
    }
  }

  // kramdown closes the elements that have no end.
  void WriteTag(std::string_view tag) {
    const bool is_void = tag.starts_with("<br") || tag.starts_with("<hr") ||
                         tag.starts_with("<img") || tag.starts_with("<input");
    if (!is_void || tag.ends_with("/>")) {
      html_ += tag;
      return;
    }
    tag.remove_suffix(1);
    html_.append(tag) += " />";
  }

  void AppendTitle(cmark_node* node) {
    const std::string_view title = cmark_node_get_title(node);
    if (!title.empty()) AppendAttribute("title", title, &html_);
  }

  void WriteImage(cmark_node* node) {
    html_ += "<img";
    AppendAttribute("src", cmark_node_get_url(node), &html_);
    AppendAttribute("alt", TextBelow(node), &html_);
    AppendTitle(node);
    html_ += " />";
    kept_ = html_.size();
  }

  void Leave(cmark_node* node) {
    if (IsTablePart(node)) return LeaveTable(node);
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        return CloseBlock("</blockquote>");
      case CMARK_NODE_LIST:
        return CloseBlock(IsOrdered(node) ? "</ol>" : "</ul>");
      case CMARK_NODE_ITEM:
        return CloseItem(node);
      case CMARK_NODE_PARAGRAPH:
        return CloseParagraph(node);
      case CMARK_NODE_HEADING:
        html_ += "</h" + std::to_string(cmark_node_get_heading_level(node));
        html_ += ">\n";
        return;
      case CMARK_NODE_EMPH:
        html_ += "</em>";
        return;
      case CMARK_NODE_STRONG:
        html_ += "</strong>";
        return;
      case CMARK_NODE_LINK:
        html_ += "</a>";
        return;
      case CMARK_NODE_IMAGE:
        html_.resize(kept_);  // the text within is its alt
        return;
      default:
        return;
    }
  }

  static bool IsOrdered(cmark_node* list) {
    return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
  }

  void OpenBlock(cmark_node* node) {
    PartFromPrevious(node);
    Indent();
    ++depth_;
    if (cmark_node_get_type(node) == CMARK_NODE_BLOCK_QUOTE) {
      html_ += "<blockquote>\n";
    } else if (!IsOrdered(node)) {
      html_ += "<ul>\n";
    } else {
      html_ += "<ol";
      const int start = cmark_node_get_list_start(node);
      if (start != 1) AppendAttribute("start", std::to_string(start), &html_);
      html_ += ">\n";
    }
  }

  void CloseBlock(const char* tag) {
    --depth_;
    Indent();
    html_ += tag;
    html_ += '\n';
  }

  static bool BeginsWithText(cmark_node* item) {
    cmark_node* const first = cmark_node_first_child(item);
    return IsTight(item) && first != nullptr &&
           cmark_node_get_type(first) == CMARK_NODE_PARAGRAPH;
  }

  void OpenItem(cmark_node* item) {
    Indent();
    ++depth_;
    html_ += "<li>";
    if (!BeginsWithText(item) && cmark_node_first_child(item) != nullptr) {
      html_ += '\n';
    }
  }

  void CloseItem(cmark_node* item) {
    --depth_;
    if (html_.ends_with('\n') && cmark_node_first_child(item) != nullptr) {
      Indent();
    }
    html_ += "</li>\n";
  }

  // A paragraph without its element: the text of an item of a tight list.
  static bool IsBare(cmark_node* paragraph) {
    cmark_node* const parent = cmark_node_parent(paragraph);
    return cmark_node_get_type(parent) == CMARK_NODE_ITEM && IsTight(parent);
  }

  void OpenParagraph(cmark_node* node) {
    strikes_ = CountStrikes(node) / 2 * 2;
    if (IsBare(node)) return;
    PartFromPrevious(node);
    Indent();
    html_ += "<p>";
  }

  void CloseParagraph(cmark_node* node) {
    if (!IsBare(node)) {
      html_ += "</p>\n";
    } else if (cmark_node_next(node) != nullptr) {
      html_ += '\n';
    }
  }

  void OpenHeading(cmark_node* node) {
    strikes_ = CountStrikes(node) / 2 * 2;
    PartFromPrevious(node);
    Indent();
    html_ += "<h" + std::to_string(cmark_node_get_heading_level(node));
    std::string id = HeadingId(TextBelow(node));
    const int times = headings_[id]++;
    if (times > 0) id += "-" + std::to_string(times);
    if (!id.empty()) AppendAttribute("id", id, &html_);
    html_ += '>';
  }

  void WriteCodeBlock(cmark_node* node) {
    PartFromPrevious(node);
    Indent();
    std::string_view language = cmark_node_get_fence_info(node);
    language = language.substr(0, language.find(' '));
    html_ += "<div";
    AppendAttribute("class",
                    "language-" +
                        std::string(language.empty() ? "plaintext" : language) +
                        " highlighter-rouge",
                    &html_);
    html_ += "><div class=\"highlight\"><pre class=\"highlight\"><code>";
    AppendEscaped(LiteralOf(node), &html_);
    html_ += "</code></pre></div></div>\n";
  }

  // "~~" in the text of a block: an even number of them strikes text out.
  static int CountStrikes(cmark_node* block) {
    int count = 0;
    for (NodeWalk walk(block); walk.Next();) {
      if (!walk.enters() ||
          cmark_node_get_type(walk.node()) != CMARK_NODE_TEXT) {
        continue;
      }
      const std::string_view text = LiteralOf(walk.node());
      for (size_t at = text.find("~~"); at != std::string_view::npos;
           at = text.find("~~", at + 2)) {
        ++count;
      }
    }
    return count;
  }

  // "$$x$$" is mathematics, for MathJax.
  void WriteText(std::string_view text) {
    for (size_t at = text.find("$$"); at != std::string_view::npos;
         at = text.find("$$")) {
      const size_t end = text.find("$$", at + 2);
      if (end == std::string_view::npos || end == at + 2) break;
      WriteProse(text.substr(0, at));
      html_ += "\\(";
      AppendEscaped(text.substr(at + 2, end - at - 2), &html_);
      html_ += "\\)";
      text.remove_prefix(end + 2);
    }
    WriteProse(text);
  }

  void WriteProse(std::string_view text) {
    for (size_t at = text.find("~~");
         strikes_ > 0 && at != std::string_view::npos; at = text.find("~~")) {
      AppendEscaped(text.substr(0, at), &html_);
      html_ += strikes_ % 2 == 0 ? "<del>" : "</del>";
      --strikes_;
      text.remove_prefix(at + 2);
    }
    AppendEscaped(text, &html_);
  }

  static bool IsTablePart(cmark_node* node) {
    return std::string_view(cmark_node_get_type_string(node))
        .starts_with("table");
  }

  static bool IsHeader(cmark_node* row) {
    return std::string_view(cmark_node_get_type_string(row)) == "table_header";
  }

  void OpenTag(const char* tag) {
    Indent();
    ++depth_;
    html_ += tag;
    html_ += '\n';
  }

  void EnterTable(cmark_node* node) {
    const std::string_view type = cmark_node_get_type_string(node);
    if (type == "table") {
      PartFromPrevious(node);
      return OpenTag("<table>");
    }
    if (type == "table_cell") return OpenCell(node);
    column_ = 0;
    if (IsHeader(node)) {
      OpenTag("<thead>");
    } else if (IsHeader(cmark_node_previous(node))) {
      OpenTag("<tbody>");
    }
    OpenTag("<tr>");
  }

  void OpenCell(cmark_node* cell) {
    strikes_ = CountStrikes(cell) / 2 * 2;
    cmark_node* const row = cmark_node_parent(cell);
    cmark_node* const table = cmark_node_parent(row);
    Indent();
    html_ += IsHeader(row) ? "<th" : "<td";
    const uint16_t columns = cmark_gfm_extensions_get_table_columns(table);
    const uint8_t* sides = cmark_gfm_extensions_get_table_alignments(table);
    const uint8_t side = column_ < columns ? sides[column_] : uint8_t{0};
    ++column_;
    const char* name = side == 'l'   ? "left"
                       : side == 'r' ? "right"
                       : side == 'c' ? "center"
                                     : nullptr;
    if (name != nullptr) {
      AppendAttribute("style", std::string("text-align: ") + name, &html_);
    }
    html_ += '>';
  }

  void LeaveTable(cmark_node* node) {
    const std::string_view type = cmark_node_get_type_string(node);
    if (type == "table") return CloseBlock("</table>");
    if (type == "table_cell") {
      html_ += IsHeader(cmark_node_parent(node)) ? "</th>\n" : "</td>\n";
      return;
    }
    CloseBlock("</tr>");
    if (IsHeader(node)) {
      CloseBlock("</thead>");
    } else if (cmark_node_next(node) == nullptr) {
      CloseBlock("</tbody>");
    }
  }

  std::vector<std::string_view> lines_;
  std::string& html_;
  size_t depth_ = 0;
  size_t column_ = 0;
  size_t kept_ = 0;  // where the last image ends
  int strikes_ = 0;  // "~~" that are still to come in the block
  std::map<std::string, int, std::less<>> headings_;
};

// Stands for a backslash that CommonMark would take for an escape and kramdown
// for itself, as in TeX's "\,". A control character, which no text has.
constexpr char kBackslash = '\x1A';

std::string WithBackslashesKept(std::string_view markdown) {
  constexpr std::string_view kNoEscapes = "%&,/;?@^";
  std::string text(markdown);
  for (size_t at = 0; at + 1 < text.size(); ++at) {
    if (text[at] != '\\') continue;
    if (kNoEscapes.find(text[at + 1]) != std::string_view::npos) {
      text[at] = kBackslash;
    }
    ++at;
  }
  return text;
}

}  // namespace

void AppendKramdownHtml(std::string_view markdown, std::string* html) {
  const size_t begin = html->size();
  const std::string text = WithBackslashesKept(markdown);
  const std::unique_ptr<cmark_node, void (*)(cmark_node*)> root(
      ParseMarkdown(text, CMARK_OPT_SMART, Tables::kRead), cmark_node_free);
  Writer(text, html).Write(root.get());
  std::replace(html->begin() + static_cast<std::ptrdiff_t>(begin), html->end(),
               kBackslash, '\\');
}

}  // namespace offprint
