#include "markdown/kramdown_heading_ids.h"

#include <cmark-gfm.h>

#include "base/text.h"
#include "base/unicode.h"

namespace offprint {
namespace {

std::string BareId(std::string_view text) {
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

}  // namespace

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

std::string HeadingIds::Make(std::string_view text) {
  std::string id = BareId(text);
  const int times = times_[id]++;
  if (times > 0) id += "-" + std::to_string(times);
  return id;
}

}  // namespace offprint
