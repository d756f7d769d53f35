#include "markdown/kramdown_inline_writer.h"

#include <cmark-gfm.h>

#include <algorithm>

#include "base/text.h"
#include "markdown/kramdown_attribute_lists.h"
#include "markdown/kramdown_attributes.h"
#include "markdown/kramdown_stand_in.h"

namespace offprint {
namespace {

// "~~" in the text of a block: an even number of them strikes text out.
int CountStrikes(cmark_node* block) {
  int count = 0;
  for (NodeWalk walk(block); walk.Next();) {
    if (!walk.enters() || cmark_node_get_type(walk.node()) != CMARK_NODE_TEXT) {
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

// "***x***" is <strong><em> in kramdown, and the other way round in cmark.
bool IsEmphasisOfStrong(cmark_node* node) {
  return HasType(node, CMARK_NODE_EMPH) &&
         HasType(OnlyChild(node), CMARK_NODE_STRONG);
}

const char* EmphasisName(cmark_node* node) {
  const bool swapped =
      IsEmphasisOfStrong(node) || IsEmphasisOfStrong(cmark_node_parent(node));
  return HasType(node, CMARK_NODE_EMPH) == swapped ? "strong" : "em";
}

}  // namespace

void KramdownInlineWriter::Begin(cmark_node* block) {
  strikes_ = CountStrikes(block) / 2 * 2;
}

void KramdownInlineWriter::Enter(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
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
      AppendAttributes(TakeInlineAttributes(node), &html_);
      html_ += '>';
      return;
    case CMARK_NODE_LINK:
      html_ += "<a";
      AppendAttribute("href", cmark_node_get_url(node), &html_);
      AppendTitle(node);
      AppendAttributes(TakeInlineAttributes(node), &html_);
      html_ += '>';
      return;
    case CMARK_NODE_IMAGE:
      return WriteImage(node);
    default:
      return;
  }
}

void KramdownInlineWriter::Leave(cmark_node* node) {
  switch (cmark_node_get_type(node)) {
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

void KramdownInlineWriter::WriteCode(cmark_node* node) {
  HtmlAttributes attributes = TakeInlineAttributes(node);
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
void KramdownInlineWriter::WriteTag(std::string_view tag) {
  const bool is_void = tag.starts_with("<br") || tag.starts_with("<hr") ||
                       tag.starts_with("<img") || tag.starts_with("<input");
  if (!is_void) {
    html_ += tag;
    return;
  }
  tag.remove_suffix(tag.ends_with("/>") ? 2 : 1);
  html_.append(TrimRight(tag)) += " />";
}

void KramdownInlineWriter::AppendTitle(cmark_node* node) {
  const std::string_view title = cmark_node_get_title(node);
  if (!title.empty()) AppendAttribute("title", title, &html_);
}

void KramdownInlineWriter::WriteImage(cmark_node* node) {
  html_ += "<img";
  AppendAttribute("src", cmark_node_get_url(node), &html_);
  AppendAttribute("alt", source_.Restored(TextBelow(node)), &html_);
  AppendTitle(node);
  AppendAttributes(TakeInlineAttributes(node), &html_);
  html_ += " />";
  kept_ = html_.size();
}

// "$$x$$" is mathematics, for MathJax.
void KramdownInlineWriter::WriteText(std::string_view text) {
  while (!text.empty()) {
    const StandIn found = ReadStandIn(text);
    size_t size = found.size;
    if (const std::string* math = source_.MathOf(found)) {
      html_ += "\\(";
      AppendText(*math, &html_);
      html_ += "\\)";
    } else if (source_.IsFootnote(found)) {
      WriteReference(found.number);
    } else if (found.kind == StandIn::Kind::kNone) {
      const std::string_view prose = UpToStandIn(text);
      WriteProse(prose);
      size = prose.size();
    }
    text.remove_prefix(size);
  }
}

void KramdownInlineWriter::WriteReference(size_t footnote) {
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

void KramdownInlineWriter::WriteProse(std::string_view text) {
  for (size_t at = text.find("~~");
       strikes_ > 0 && at != std::string_view::npos; at = text.find("~~")) {
    AppendText(text.substr(0, at), &html_);
    html_ += strikes_ % 2 == 0 ? "<del>" : "</del>";
    --strikes_;
    text.remove_prefix(at + 2);
  }
  AppendText(text, &html_);
}

}  // namespace offprint
