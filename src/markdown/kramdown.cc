// One walk over cmark's tree writes what kramdown's converter would: a block
// begins on a line of its own, two blanks further in than what holds it; an
// empty line stands where the source has one between two blocks.
#include "markdown/kramdown.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "markdown/kramdown_attributes.h"
#include "markdown/kramdown_contents.h"
#include "markdown/kramdown_nodes.h"
#include "markdown/kramdown_source.h"
#include "markdown/syntax_tree.h"

namespace offprint {
namespace {

class Writer {
 public:
  Writer(KramdownSource* source, size_t depth, std::string* html)
      : source_(*source), html_(*html), depth_(depth) {}

  // The footnotes that were cited, in order.
  const std::vector<size_t>& cited() const { return cited_; }

  void Write(cmark_node* root) {
    for (NodeWalk walk(root); walk.Next();) {
      if (walk.node() == root) continue;
      if (walk.enters()) {
        Enter(walk.node());
      } else {
        Leave(walk.node());
      }
    }
    if (contents_ == nullptr) return;
    html_.insert(contents_at_,
                 TableOfContents(contents_headings_,
                                 IsOrdered(contents_) ? "ol" : "ul"));
  }

 private:
  void Indent() { html_.append(2 * depth_, ' '); }

  // The empty line that parts two blocks.
  void PartFromPrevious(cmark_node* node) {
    if (HasType(node, CMARK_NODE_ITEM)) return;
    const bool first = cmark_node_previous(node) == nullptr;
    if (first && !IsTop(node)) return;
    if (source_.HasBlankBefore(cmark_node_get_start_line(node))) html_ += '\n';
  }

  static bool IsTop(cmark_node* node) {
    return HasType(cmark_node_parent(node), CMARK_NODE_DOCUMENT);
  }

  // The attributes that stand on a line of their own below a block or, with
  // an empty line before them, above it.
  HtmlAttributes AttributesOf(cmark_node* node) const {
    const int begin = cmark_node_get_start_line(node);
    int line = begin - 1;
    while (source_.IsBlank(line)) --line;
    const auto above = source_.attributes.find(line);
    if (above != source_.attributes.end() && line + 2 >= begin &&
        above->second.is_indented != IsTop(node) &&
        (line == 1 || source_.IsBlank(line - 1))) {
      return ReadAttributes(above->second.list);
    }
    int end = cmark_node_get_end_line(node);
    while (end > begin &&
           (source_.attributes.contains(end) || source_.IsBlank(end))) {
      --end;
    }
    const auto below = source_.attributes.find(end + 1);
    if (below == source_.attributes.end() || source_.IsBlank(end) ||
        below->second.is_indented == IsTop(node)) {
      return {};
    }
    return ReadAttributes(below->second.list);
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
        html_ += source_.Restored(LiteralOf(node));
        return;
      case CMARK_NODE_THEMATIC_BREAK:
        PartFromPrevious(node);
        Indent();
        html_ += "<hr";
        AppendAttributes(AttributesOf(node), &html_);
        html_ += " />\n";
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
        return WriteCode(node);
      case CMARK_NODE_HTML_INLINE:
        return WriteTag(LiteralOf(node));
      case CMARK_NODE_EMPH:
      case CMARK_NODE_STRONG:
        html_ += '<';
        html_ += EmphasisName(node);
        AppendAttributes(TakeAttributes(node), &html_);
        html_ += '>';
        return;
      case CMARK_NODE_LINK:
        html_ += "<a";
        AppendAttribute("href", cmark_node_get_url(node), &html_);
        AppendTitle(node);
        AppendAttributes(TakeAttributes(node), &html_);
        html_ += '>';
        return;
      case CMARK_NODE_IMAGE:
        return WriteImage(node);
      default:
        return;
    }
  }

  static const char* EmphasisName(cmark_node* node) {
    const bool swapped =
        IsEmphasisOfStrong(node) || IsEmphasisOfStrong(cmark_node_parent(node));
    return HasType(node, CMARK_NODE_EMPH) == swapped ? "strong" : "em";
  }

  void WriteCode(cmark_node* node) {
    HtmlAttributes attributes = TakeAttributes(node);
    std::string classes = "language-plaintext ";
    for (const auto& [name, value] : attributes) {
      if (name == "class") classes += value + " ";
    }
    std::erase_if(attributes, [](const auto& a) { return a.first == "class"; });
    html_ += "<code";
    AppendAttribute("class", classes + "highlighter-rouge", &html_);
    AppendAttributes(attributes, &html_);
    html_ += '>';
    AppendText(source_.Restored(LiteralOf(node)), &html_);
    html_ += "</code>";
  }

  // kramdown closes the elements that have no end.
  void WriteTag(std::string_view tag) {
    const bool is_void = tag.starts_with("<br") || tag.starts_with("<hr") ||
                         tag.starts_with("<img") || tag.starts_with("<input");
    if (!is_void) {
      html_ += tag;
      return;
    }
    tag.remove_suffix(tag.ends_with("/>") ? 2 : 1);
    html_.append(TrimRight(tag)) += " />";
  }

  void AppendTitle(cmark_node* node) {
    const std::string_view title = cmark_node_get_title(node);
    if (!title.empty()) AppendAttribute("title", title, &html_);
  }

  void WriteImage(cmark_node* node) {
    html_ += "<img";
    AppendAttribute("src", cmark_node_get_url(node), &html_);
    AppendAttribute("alt", TextBelow(node, source_), &html_);
    AppendTitle(node);
    AppendAttributes(TakeAttributes(node), &html_);
    html_ += " />";
    kept_ = html_.size();
  }

  void Leave(cmark_node* node) {
    if (IsTablePart(node)) return LeaveTable(node);
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        return CloseBlock("</blockquote>");
      case CMARK_NODE_LIST:
        task_lists_.pop_back();
        CloseBlock(IsOrdered(node) ? "</ol>" : "</ul>");
        if (node == contents_) html_.resize(contents_at_);
        return;
      case CMARK_NODE_ITEM:
        return CloseItem(node);
      case CMARK_NODE_PARAGRAPH:
        return CloseParagraph(node);
      case CMARK_NODE_HEADING:
        if (heading_.level > 0) {
          heading_.html = html_.substr(heading_at_);
          contents_headings_.push_back(std::exchange(heading_, {0, {}, {}}));
        }
        html_ += "</h" + std::to_string(cmark_node_get_heading_level(node));
        html_ += ">\n";
        return;
      case CMARK_NODE_EMPH:
      case CMARK_NODE_STRONG:
        html_.append("</").append(EmphasisName(node)) += '>';
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
    const HtmlAttributes attributes = AttributesOf(node);
    if (FindAttribute(attributes, kContents) != nullptr && IsTop(node)) {
      contents_ = node;
      contents_at_ = html_.size();
    }
    Indent();
    ++depth_;
    if (HasType(node, CMARK_NODE_BLOCK_QUOTE)) {
      html_ += "<blockquote";
    } else {
      html_ += IsOrdered(node) ? "<ol" : "<ul";
      task_lists_.push_back(HasTasks(node));
      if (task_lists_.back()) AppendAttribute("class", "task-list", &html_);
    }
    AppendAttributes(attributes, &html_);
    html_ += ">\n";
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
    html_ += "<li";
    if (task_lists_.back()) {
      AppendAttribute("class", "task-list-item", &html_);
    }
    html_ += '>';
    if (IsTask(item)) TakeCheckbox(FirstText(item));
    if (!BeginsWithText(item) && cmark_node_first_child(item) != nullptr) {
      html_ += '\n';
    }
  }

  // Takes "[ ] " off the text, and keeps what is written for it.
  void TakeCheckbox(cmark_node* text) {
    const std::string literal(LiteralOf(text));
    checkbox_ =
        "<input type=\"checkbox\" class=\"task-list-item-checkbox\" "
        "disabled=\"disabled\" ";
    if (literal[1] != ' ') checkbox_ += "checked=\"checked\" ";
    checkbox_ += "/>";
    cmark_node_set_literal(text, literal.substr(4).c_str());
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

  // The mathematics that is all of a paragraph; null for any other.
  const std::string* MathOf(cmark_node* paragraph) const {
    cmark_node* const text = OnlyChild(paragraph);
    if (!HasType(text, CMARK_NODE_TEXT)) return nullptr;
    const std::string_view literal = LiteralOf(text);
    const StandIn found = ReadStandIn(literal);
    return found.kind == StandIn::Kind::kMath && found.size == literal.size() &&
                   found.number < source_.math.size()
               ? &source_.math[found.number]
               : nullptr;
  }

  void OpenParagraph(cmark_node* node) {
    strikes_ = CountStrikes(node) / 2 * 2;
    if (!IsBare(node)) {
      PartFromPrevious(node);
      if (const std::string* math = MathOf(node)) {
        html_ += "\\[";
        AppendText(Trim(*math), &html_);
        html_ += "\\]\n";
        kept_ = html_.size();
        return;
      }
      Indent();
      html_ += "<p";
      AppendAttributes(AttributesOf(node), &html_);
      html_ += '>';
    }
    html_ += std::exchange(checkbox_, {});
  }

  void CloseParagraph(cmark_node* node) {
    if (!IsBare(node) && MathOf(node) != nullptr) {
      html_.resize(kept_);
    } else if (!IsBare(node)) {
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
    const HtmlAttributes attributes = AttributesOf(node);
    std::string id = TakeHeadingId(node);
    if (id.empty() && FindAttribute(attributes, "id") == nullptr) {
      id = HeadingId(TextBelow(node, source_));
      const int times = headings_[id]++;
      if (times > 0) id += "-" + std::to_string(times);
    }
    AppendAttributes(attributes, &html_);
    if (!id.empty()) AppendAttribute("id", id, &html_);
    html_ += '>';
    const std::string* classes = FindAttribute(attributes, "class");
    const bool listed =
        classes == nullptr || classes->find("no_toc") == std::string::npos;
    if (listed) heading_ = {cmark_node_get_heading_level(node), id, {}};
    heading_at_ = html_.size();
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
    AppendText(source_.Restored(LiteralOf(node)), &html_);
    html_ += "</code></pre></div>";
    Indent();
    html_ += "</div>\n";
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
    while (!text.empty()) {
      const StandIn found = ReadStandIn(text);
      if (found.kind == StandIn::Kind::kMath &&
          found.number < source_.math.size()) {
        html_ += "\\(";
        AppendText(source_.math[found.number], &html_);
        html_ += "\\)";
      } else if (found.kind == StandIn::Kind::kFootnote &&
                 found.number < source_.footnotes.size()) {
        WriteReference(found.number);
      } else if (found.kind == StandIn::Kind::kNone) {
        const size_t end = std::min(text.find("\xEF\xB7", 1), text.size());
        WriteProse(text.substr(0, end));
        text.remove_prefix(end);
      }
      text.remove_prefix(found.size);
    }
  }

  void WriteReference(size_t footnote) {
    KramdownSource::Footnote& note = source_.footnotes[footnote];
    if (note.uses == 0) cited_.push_back(footnote);
    html_ += "<sup id=\"fnref:" + note.name;
    if (note.uses > 0) html_ += ":" + std::to_string(note.uses);
    ++note.uses;
    const auto place = std::ranges::find(cited_, footnote) - cited_.begin() + 1;
    html_ += "\" role=\"doc-noteref\"><a href=\"#fn:" + note.name +
             "\" class=\"footnote\" rel=\"footnote\">" + std::to_string(place) +
             "</a></sup>";
  }

  void WriteProse(std::string_view text) {
    for (size_t at = text.find("~~");
         strikes_ > 0 && at != std::string_view::npos; at = text.find("~~")) {
      AppendText(text.substr(0, at), &html_);
      html_ += strikes_ % 2 == 0 ? "<del>" : "</del>";
      --strikes_;
      text.remove_prefix(at + 2);
    }
    AppendText(text, &html_);
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
      Indent();
      ++depth_;
      html_ += "<table";
      AppendAttributes(AttributesOf(node), &html_);
      html_ += ">\n";
      return;
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
    Indent();
    html_ += IsHeader(cmark_node_parent(cell)) ? "<th" : "<td";
    const char side = AlignmentOf(cell, column_);
    ++column_;
    const char* name = side == 'l'   ? "left"
                       : side == 'r' ? "right"
                       : side == 'c' ? "center"
                                     : nullptr;
    if (name != nullptr) {
      AppendAttribute("style", std::string("text-align: ") + name, &html_);
    }
    html_ += '>';
    if (cmark_node_first_child(cell) == nullptr) html_ += "\u00a0";
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

  KramdownSource& source_;
  std::string& html_;
  size_t depth_;
  size_t column_ = 0;
  size_t kept_ = 0;                 // where the last image or formula ends
  int strikes_ = 0;                 // "~~" that are still to come in the block
  cmark_node* contents_ = nullptr;  // the list that the contents stand for
  size_t contents_at_ = 0;
  Heading heading_{0, {}, {}};  // that is being written, if it is to be listed
  size_t heading_at_ = 0;
  std::vector<Heading> contents_headings_;
  std::vector<bool> task_lists_;  // whether each list around is one
  std::string checkbox_;          // of the paragraph to come
  std::vector<size_t> cited_;     // footnotes in the order of their numbers
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

SyntaxTree Parse(const KramdownSource& source) {
  return ParseMarkdown(WithBackslashesKept(source.text), CMARK_OPT_SMART,
                       Tables::kRead);
}

// The ways back from a footnote to where it is cited.
std::string WaysBack(const KramdownSource::Footnote& note) {
  std::string html;
  for (int i = 0; i < note.uses; ++i) {
    if (i > 0) html += "\u00a0";
    html += "<a href=\"#fnref:" + note.name;
    if (i > 0) html += ":" + std::to_string(i);
    html += "\" class=\"reversefootnote\" role=\"doc-backlink\">&#8617;";
    if (i > 0) html += "<sup>" + std::to_string(i + 1) + "</sup>";
    html += "</a>";
  }
  return html;
}

void AppendFootnote(const KramdownSource::Footnote& note, std::string* html) {
  *html += "    <li id=\"fn:" + note.name + "\" role=\"doc-endnote\">\n";
  KramdownSource source(note.text);
  const SyntaxTree tree = Parse(source);
  Writer(&source, 3, html).Write(tree.get());
  constexpr std::string_view kEnd = "</p>\n";
  if (html->ends_with(kEnd)) {
    html->resize(html->size() - kEnd.size());
    *html += "\u00a0" + WaysBack(note) + "</p>\n";
  } else {
    *html += "      <p>" + WaysBack(note) + "</p>\n";
  }
  *html += "    </li>\n";
}

void AppendFootnotes(const KramdownSource& source,
                     const std::vector<size_t>& cited, std::string* html) {
  if (cited.empty()) return;
  *html += "<div class=\"footnotes\" role=\"doc-endnotes\">\n  <ol>\n";
  for (const size_t footnote : cited) {
    AppendFootnote(source.footnotes[footnote], html);
  }
  *html += "  </ol>\n</div>\n";
}

}  // namespace

void AppendKramdownHtml(std::string_view markdown, std::string* html) {
  KramdownSource source(markdown);
  const SyntaxTree tree = Parse(source);
  const size_t before = html->size();
  Writer writer(&source, 0, html);
  writer.Write(tree.get());
  const int end = static_cast<int>(source.lines.size()) + 1;
  const bool ends_blank = source.lines.size() > 1 && source.HasBlankBefore(end);
  if (html->size() == before || ends_blank) *html += '\n';
  AppendFootnotes(source, writer.cited(), html);
  std::replace(html->begin() + static_cast<std::ptrdiff_t>(before), html->end(),
               kBackslash, '\\');
}

}  // namespace offprint
