#include "jekyll/excerpt.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace offprint::jekyll {
namespace {

constexpr std::array<std::string_view, 10> kBlocks = {
    "capture", "case",      "comment", "for",      "highlight",
    "if",      "ifchanged", "raw",     "tablerow", "unless"};

bool IsWord(char c) { return IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '_'; }

// The names of the tags in a text, in their order.
std::vector<std::string_view> TagNames(std::string_view text) {
  std::vector<std::string_view> names;
  for (size_t at = text.find("{%"); at != std::string_view::npos;
       at = text.find("{%", at)) {
    at += 2;
    if (at < text.size() && text[at] == '-') ++at;
    while (at < text.size() && IsSpace(text[at])) ++at;
    const size_t begin = at;
    while (at < text.size() && IsWord(text[at])) ++at;
    const size_t end = text.find("%}", at);
    if (end == std::string_view::npos) break;
    if (at > begin) names.push_back(text.substr(begin, at - begin));
    at = end + 2;
  }
  return names;
}

bool IsBlock(std::string_view name) {
  return std::find(kBlocks.begin(), kBlocks.end(), name) != kBlocks.end();
}

// Innermost first. As in Jekyll one end tag will do for all blocks of a name.
bool CloseBlocks(std::string* head) {
  const std::string before = *head;
  const std::vector<std::string_view> names = TagNames(before);
  bool closed = false;
  for (auto name = names.rbegin(); name != names.rend(); ++name) {
    const std::string end = "end" + std::string(*name);
    const std::vector<std::string_view> now = TagNames(*head);
    if (!IsBlock(*name) ||
        std::any_of(now.begin(), now.end(), [&](std::string_view tag) {
          return tag.starts_with(end);
        })) {
      continue;
    }
    *head += "\n{% " + end + " %}";
    closed = true;
  }
  return closed;
}

// "[name]: address", at most three blanks in.
bool IsLinkReference(std::string_view line) {
  size_t at = line.find_first_not_of(' ');
  if (at > 3 || line[at] != '[') return false;  // npos is above 3 too
  at = line.find(']', at);
  return at != std::string_view::npos && line[at - 1] != '[' &&
         at + 2 < line.size() && line[at + 1] == ':';
}

}  // namespace

ExcerptSource CutExcerpt(std::string_view body, std::string_view separator) {
  const size_t cut = body.find(separator);
  ExcerptSource excerpt;
  excerpt.text = std::string(body.substr(0, cut));
  excerpt.closed_block = CloseBlocks(&excerpt.text);
  if (cut == std::string_view::npos) return excerpt;
  const std::string_view rest = body.substr(cut + separator.size());
  if (rest.empty()) return excerpt;
  excerpt.text += "\n\n";
  std::string_view glue;
  for (const std::string_view line : Split(rest, '\n')) {
    if (!IsLinkReference(line)) continue;
    excerpt.text += glue;
    excerpt.text += line;
    glue = "\n";
  }
  return excerpt;
}

}  // namespace offprint::jekyll
