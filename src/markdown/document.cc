#include "markdown/document.h"

#include <cmark-gfm.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>
#include <vector>

#include "base/text.h"

namespace offprint {
namespace {

constexpr std::array<std::string_view, 6> kPairedTags = {
    "b", "em", "i", "strong", "sub", "sup"};

// A raw tag that may be markup.
struct Tag {
  std::string name;
  enum class Kind { kOpen, kClose, kEither, kAlone } kind;
};

std::optional<Tag> ReadTag(std::string_view raw) {
  if (raw == ProtectedText::kStrike) return Tag{"del", Tag::Kind::kEither};
  if (raw.size() < 3 || raw.size() > 12) return std::nullopt;
  std::string name = AsciiLower(raw.substr(1, raw.size() - 2));
  if (name == "br" || name == "br/" || name == "br /") {
    return Tag{"br", Tag::Kind::kAlone};
  }
  const bool closes = name.starts_with('/');
  if (closes) name.erase(0, 1);
  if (std::ranges::find(kPairedTags, name) == kPairedTags.end()) {
    return std::nullopt;
  }
  return Tag{std::move(name), closes ? Tag::Kind::kClose : Tag::Kind::kOpen};
}

struct OpenTag {
  std::string name;
  cmark_node* node;
  cmark_node* parent;
};

// So many tags may be open at once; the oldest ones beyond become text.
constexpr size_t kDeepest = 16;

}  // namespace

Document::Document(std::string_view markdown)
    : source_(markdown),
      tree_(ParseMarkdown(
          source_.text(), CMARK_OPT_DEFAULT,
          source_.has_overwide_line() ? Tables::kLeave : Tables::kRead)) {
  PairTags();
}

std::string_view Document::TagOf(cmark_node* raw_tag) const {
  const auto found = tags_.find(raw_tag);
  return found == tags_.end() ? std::string_view() : found->second;
}

// A closing tag belongs to the last open one of its name with the same parent;
// those opened in between stay text. So what is markup is well nested.
void Document::PairTags() {
  std::vector<OpenTag> open;
  for (NodeWalk walk(root()); walk.Next();) {
    cmark_node* const node = walk.node();
    if (cmark_node_get_type(node) != CMARK_NODE_HTML_INLINE) continue;
    std::optional<Tag> tag = ReadTag(LiteralOf(node));
    if (!tag) continue;
    if (tag->kind == Tag::Kind::kAlone) {
      tags_[node] = "<" + tag->name + ">";
      continue;
    }
    cmark_node* const parent = cmark_node_parent(node);
    const auto opener =
        std::find_if(open.rbegin(), open.rend(), [&](const OpenTag& other) {
          return other.parent == parent && other.name == tag->name;
        });
    if (tag->kind != Tag::Kind::kOpen && opener != open.rend()) {
      tags_[opener->node] = "<" + tag->name + ">";
      tags_[node] = "</" + tag->name + ">";
      open.erase(std::prev(opener.base()), open.end());
    } else if (tag->kind != Tag::Kind::kClose) {
      if (open.size() == kDeepest) open.erase(open.begin());
      open.push_back({std::move(tag->name), node, parent});
    }
  }
}

}  // namespace offprint
