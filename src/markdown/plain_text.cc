#include <cmark-gfm.h>

#include <string>
#include <string_view>

#include "base/text.h"
#include "markdown/document.h"
#include "markdown/html.h"
#include "markdown/markdown.h"

namespace offprint {
namespace {

bool IsInline(cmark_node_type type) {
  return (type & CMARK_NODE_TYPE_MASK) == CMARK_NODE_TYPE_INLINE;
}

void AppendNode(const Document& document, cmark_node* node, std::string* text) {
  const cmark_node_type type = cmark_node_get_type(node);
  if (type == CMARK_NODE_HTML_INLINE && !document.TagOf(node).empty()) {
    if (document.TagOf(node) == "<br>") *text += ' ';
  } else if (const char* literal = cmark_node_get_literal(node)) {
    document.source().Restore(literal, text);
  } else if (!IsInline(type) || type == CMARK_NODE_SOFTBREAK ||
             type == CMARK_NODE_LINEBREAK) {
    *text += ' ';
  }
}

// Character references may stand for control characters too.
std::string WithoutControls(std::string_view text) {
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte >= 0x20 && byte != 0x7F) || IsSpace(c)) out += c;
  }
  return out;
}

}  // namespace

std::string PlainText(std::string_view markdown) {
  if (IsProse(markdown)) return CollapseSpace(markdown);
  const Document document(markdown);
  std::string text;
  for (NodeWalk walk(document.root()); walk.Next();) {
    AppendNode(document, walk.node(), &text);
  }
  return CollapseSpace(WithoutControls(text));
}

}  // namespace offprint
