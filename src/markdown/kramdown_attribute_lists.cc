#include "markdown/kramdown_attribute_lists.h"

#include <cmark-gfm.h>

#include <string>
#include <string_view>

#include "markdown/kramdown_stand_in.h"

namespace offprint {

HtmlAttributes BlockAttributes(cmark_node* block,
                               const KramdownSource& source) {
  const int begin = cmark_node_get_start_line(block);
  int line = begin - 1;
  while (source.IsBlank(line)) --line;
  const auto above = source.attributes.find(line);
  if (above != source.attributes.end() && line + 2 >= begin &&
      above->second.is_indented != IsTop(block) &&
      (line == 1 || source.IsBlank(line - 1))) {
    return ReadAttributes(above->second.list);
  }
  int end = cmark_node_get_end_line(block);
  while (end > begin &&
         (source.attributes.contains(end) || source.IsBlank(end))) {
    --end;
  }
  const auto below = source.attributes.find(end + 1);
  if (below == source.attributes.end() || source.IsBlank(end) ||
      below->second.is_indented == IsTop(block)) {
    return {};
  }
  return ReadAttributes(below->second.list);
}

HtmlAttributes TakeInlineAttributes(cmark_node* element) {
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

}  // namespace offprint
