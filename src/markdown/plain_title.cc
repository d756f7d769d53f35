#include "markdown/plain_title.h"

#include <cmark-gfm.h>

#include <algorithm>

#include "base/text.h"
#include "markdown/syntax_tree.h"

namespace offprint {
namespace {

// How many bytes a simple tag takes at the head of the text, 0 for none.
size_t SimpleTagLength(std::string_view text) {
  for (const std::string_view name :
       {"sub>", "sup>", "i>", "b>", "em>", "strong>"}) {
    if (StartsWithIgnoreCase(text.substr(1), name)) return 1 + name.size();
    if (text.substr(1).starts_with('/') &&
        StartsWithIgnoreCase(text.substr(2), name)) {
      return 2 + name.size();
    }
  }
  return 0;
}

// The title without tags, as Markdown in which only character references are
// special.
std::string ReferencesOnly(std::string_view title) {
  std::string out;
  for (size_t at = 0; at < title.size(); ++at) {
    const char c = title[at];
    if (c == '<') {
      const size_t tag = SimpleTagLength(title.substr(at));
      if (tag > 0) {
        at += tag - 1;
        continue;
      }
    }
    const bool punctuation =
        c > ' ' && c < 0x7F && !IsAsciiAlpha(c) && !IsAsciiDigit(c);
    const bool part_of_reference = c == '&' || c == '#' || c == ';';
    if (punctuation && !part_of_reference) out += '\\';
    out += c;
  }
  return out;
}

}  // namespace

bool IsPlainTitle(std::string_view title) {
  return title.find('&') == std::string_view::npos &&
         title.find('<') == std::string_view::npos;
}

std::string PlainTitle(std::string_view title) {
  if (IsPlainTitle(title)) return std::string(title);
  // On one line, a word in front keeps a title such as "1." from being a list.
  const std::string markdown = "x " + ReferencesOnly(CollapseSpace(title));
  const SyntaxTree tree(cmark_parse_document(markdown.data(), markdown.size(),
                                             CMARK_OPT_DEFAULT));
  std::string out;
  for (NodeWalk walk(tree.get()); walk.Next();) {
    if (!walk.enters()) continue;
    cmark_node* const node = walk.node();
    const cmark_node_type type = cmark_node_get_type(node);
    if (type == CMARK_NODE_TEXT) out += LiteralOf(node);
    if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
      out += ' ';
    }
  }
  std::string_view text = out;
  text.remove_prefix(std::min<size_t>(2, text.size()));
  return CollapseSpace(text);
}

}  // namespace offprint
