// One walk over cmark's tree writes what kramdown's converter would.
#include "markdown/kramdown_block_writer.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "markdown/kramdown_attribute_lists.h"
#include "markdown/kramdown_attributes.h"
#include "markdown/kramdown_contents.h"
#include "markdown/kramdown_heading_ids.h"
#include "markdown/kramdown_inline_writer.h"
#include "markdown/kramdown_layout.h"
#include "markdown/kramdown_stand_in.h"
#include "markdown/kramdown_table_writer.h"
#include "markdown/kramdown_task_lists.h"
#include "markdown/syntax_tree.h"

namespace offprint {
namespace {

bool IsOrdered(cmark_node* list) {
  return cmark_node_get_list_type(list) == CMARK_ORDERED_LIST;
}

// Whether the list of the item is written without paragraphs.
bool IsTight(cmark_node* item) {
  cmark_node* const list = cmark_node_parent(item);
  return cmark_node_get_list_tight(list) != 0;
}

bool BeginsWithText(cmark_node* item) {
  return IsTight(item) &&
         HasType(cmark_node_first_child(item), CMARK_NODE_PARAGRAPH);
}

// A paragraph without its element: the text of an item of a tight list.
bool IsBare(cmark_node* paragraph) {
  cmark_node* const parent = cmark_node_parent(paragraph);
  return HasType(parent, CMARK_NODE_ITEM) && IsTight(parent);
}

class BlockWriter {
 public:
  BlockWriter(KramdownSource* source, size_t depth, std::string* html)
      : source_(*source),
        html_(*html),
        layout_(*source, depth, html),
        inlines_(source, html),
        tables_(*source, &layout_, &inlines_, html) {}

  const std::vector<size_t>& cited() const { return inlines_.cited(); }

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
  void Enter(cmark_node* node) {
    if (KramdownTableWriter::Writes(node)) return tables_.Enter(node);
    switch (cmark_node_get_type(node)) {
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
        layout_.PartFromPrevious(node);
        html_ += source_.Restored(LiteralOf(node));
        return;
      case CMARK_NODE_THEMATIC_BREAK:
        return WriteRule(node);
      default:
        return inlines_.Enter(node);
    }
  }

  void Leave(cmark_node* node) {
    if (KramdownTableWriter::Writes(node)) return tables_.Leave(node);
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_BLOCK_QUOTE:
        return layout_.CloseLine("</blockquote>");
      case CMARK_NODE_LIST:
        task_lists_.pop_back();
        layout_.CloseLine(IsOrdered(node) ? "</ol>" : "</ul>");
        if (node == contents_) html_.resize(contents_at_);
        return;
      case CMARK_NODE_ITEM:
        return CloseItem(node);
      case CMARK_NODE_PARAGRAPH:
        return CloseParagraph(node);
      case CMARK_NODE_HEADING:
        return CloseHeading(node);
      default:
        return inlines_.Leave(node);
    }
  }

  void OpenBlock(cmark_node* node) {
    layout_.PartFromPrevious(node);
    const HtmlAttributes attributes = BlockAttributes(node, source_);
    if (FindAttribute(attributes, kContents) != nullptr && IsTop(node)) {
      contents_ = node;
      contents_at_ = html_.size();
    }
    layout_.Indent();
    layout_.Nest();
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

  void OpenItem(cmark_node* item) {
    layout_.Indent();
    layout_.Nest();
    html_ += "<li";
    if (task_lists_.back()) {
      AppendAttribute("class", "task-list-item", &html_);
    }
    html_ += '>';
    if (IsTask(item)) checkbox_ = TakeCheckbox(item);
    if (!BeginsWithText(item) && cmark_node_first_child(item) != nullptr) {
      html_ += '\n';
    }
  }

  void CloseItem(cmark_node* item) {
    layout_.Unnest();
    if (html_.ends_with('\n') && cmark_node_first_child(item) != nullptr) {
      layout_.Indent();
    }
    html_ += "</li>\n";
  }

  // The mathematics that is all of a paragraph; null for any other.
  const std::string* MathOf(cmark_node* paragraph) const {
    cmark_node* const text = OnlyChild(paragraph);
    if (!HasType(text, CMARK_NODE_TEXT)) return nullptr;
    const std::string_view literal = LiteralOf(text);
    const StandIn found = ReadStandIn(literal);
    return found.size == literal.size() ? source_.MathOf(found) : nullptr;
  }

  void OpenParagraph(cmark_node* node) {
    inlines_.Begin(node);
    if (!IsBare(node)) {
      layout_.PartFromPrevious(node);
      const std::string* math = MathOf(node);
      if (math != nullptr && checkbox_.empty()) {
        html_ += "\\[";
        AppendText(Trim(*math), &html_);
        html_ += "\\]\n";
        formula_end_ = html_.size();
        return;
      }
      layout_.Indent();
      html_ += "<p";
      AppendAttributes(BlockAttributes(node, source_), &html_);
      html_ += '>';
    }
    html_ += std::exchange(checkbox_, {});
  }

  void CloseParagraph(cmark_node* node) {
    if (formula_end_) {
      html_.resize(*std::exchange(formula_end_, std::nullopt));
    } else if (!IsBare(node)) {
      html_ += "</p>\n";
    } else if (cmark_node_next(node) != nullptr) {
      html_ += '\n';
    }
  }

  void OpenHeading(cmark_node* node) {
    inlines_.Begin(node);
    layout_.PartFromPrevious(node);
    layout_.Indent();
    html_ += "<h" + std::to_string(cmark_node_get_heading_level(node));
    const HtmlAttributes attributes = BlockAttributes(node, source_);
    std::string id = TakeHeadingId(node);
    if (id.empty() && FindAttribute(attributes, "id") == nullptr) {
      id = ids_.Make(source_.Restored(TextBelow(node)));
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

  void CloseHeading(cmark_node* node) {
    if (heading_.level > 0) {
      heading_.html = html_.substr(heading_at_);
      contents_headings_.push_back(std::exchange(heading_, {0, {}, {}}));
    }
    html_ += "</h" + std::to_string(cmark_node_get_heading_level(node));
    html_ += ">\n";
  }

  void WriteRule(cmark_node* node) {
    layout_.PartFromPrevious(node);
    layout_.Indent();
    html_ += "<hr";
    AppendAttributes(BlockAttributes(node, source_), &html_);
    html_ += " />\n";
  }

  void WriteCodeBlock(cmark_node* node) {
    layout_.PartFromPrevious(node);
    layout_.Indent();
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
    layout_.Indent();
    html_ += "</div>\n";
  }

  KramdownSource& source_;
  std::string& html_;
  KramdownLayout layout_;
  KramdownInlineWriter inlines_;
  KramdownTableWriter tables_;
  HeadingIds ids_;
  std::optional<size_t> formula_end_;  // of the paragraph that is one
  cmark_node* contents_ = nullptr;     // the list that the contents stand for
  size_t contents_at_ = 0;
  Heading heading_{0, {}, {}};  // that is being written, if it is to be listed
  size_t heading_at_ = 0;
  std::vector<Heading> contents_headings_;
  std::vector<bool> task_lists_;  // whether each list around is one
  std::string checkbox_;          // of the paragraph to come
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

std::vector<size_t> AppendKramdownBlocks(KramdownSource* source, size_t depth,
                                         std::string* html) {
  const SyntaxTree tree = ParseMarkdown(WithBackslashesKept(source->text),
                                        CMARK_OPT_SMART, Tables::kRead);
  const auto before = static_cast<std::ptrdiff_t>(html->size());
  BlockWriter writer(source, depth, html);
  writer.Write(tree.get());
  std::replace(html->begin() + before, html->end(), kBackslash, '\\');
  return writer.cited();
}

}  // namespace offprint
