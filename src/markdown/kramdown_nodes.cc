#include "markdown/kramdown_nodes.h"

#include <cmark-gfm.h>

#include "base/text.h"
#include "base/unicode.h"

namespace offprint {

std::string TextBelow(cmark_node* node, const KramdownSource& source) {
  std::string text;
  for (NodeWalk walk(node); walk.Next();) {
    if (walk.enters()) text += LiteralOf(walk.node());
  }
  return source.Restored(text);
}

bool HasType(cmark_node* node, int type) {
  return node != nullptr && static_cast<int>(cmark_node_get_type(node)) == type;
}

cmark_node* OnlyChild(cmark_node* node) {
  cmark_node* const first = cmark_node_first_child(node);
  return first != nullptr && cmark_node_next(first) == nullptr ? first
                                                               : nullptr;
}

bool IsEmphasisOfStrong(cmark_node* node) {
  return HasType(node, CMARK_NODE_EMPH) &&
         HasType(OnlyChild(node), CMARK_NODE_STRONG);
}

cmark_node* FirstText(cmark_node* item) {
  cmark_node* const paragraph = cmark_node_first_child(item);
  if (!HasType(paragraph, CMARK_NODE_PARAGRAPH)) return nullptr;
  cmark_node* const text = cmark_node_first_child(paragraph);
  return HasType(text, CMARK_NODE_TEXT) ? text : nullptr;
}

bool IsTask(cmark_node* item) {
  cmark_node* const text = FirstText(item);
  if (text == nullptr) return false;
  const std::string_view literal = LiteralOf(text);
  return literal.starts_with("[ ] ") || literal.starts_with("[x] ") ||
         literal.starts_with("[X] ");
}

bool HasTasks(cmark_node* list) {
  for (cmark_node* item = cmark_node_first_child(list); item != nullptr;
       item = cmark_node_next(item)) {
    if (IsTask(item)) return true;
  }
  return false;
}

HtmlAttributes TakeAttributes(cmark_node* element) {
  cmark_node* const text = cmark_node_next(element);
  if (!HasType(text, CMARK_NODE_TEXT)) return {};
  std::string_view literal = LiteralOf(text);
  const StandIn first = ReadStandIn(literal);
  if (first.kind == StandIn::Kind::kInvisible) {
    literal.remove_prefix(first.size);
  }
  const size_t end = literal.find('}');
  if (!literal.starts_with("{:") || literal.starts_with("{::") ||
      end == std::string_view::npos) {
    return {};
  }
  HtmlAttributes attributes = ReadAttributes(literal.substr(2, end - 2));
  cmark_node_set_literal(text, std::string(literal.substr(end + 1)).c_str());
  return attributes;
}

std::string TakeHeadingId(cmark_node* heading) {
  cmark_node* const text = cmark_node_last_child(heading);
  if (!HasType(text, CMARK_NODE_TEXT)) return {};
  const std::string_view literal = LiteralOf(text);
  const size_t begin = literal.rfind("{#");
  if (begin == std::string_view::npos || !literal.ends_with('}')) return {};
  std::string id(literal.substr(begin + 2, literal.size() - begin - 3));
  if (id.empty() || id.find_first_of(" .#{\"") != std::string::npos) return {};
  cmark_node_set_literal(
      text, std::string(TrimRight(literal.substr(0, begin))).c_str());
  return id;
}

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

}  // namespace offprint
