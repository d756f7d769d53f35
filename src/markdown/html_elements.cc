#include "markdown/html_elements.h"

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace offprint {
namespace {

// Those that begin a block in kramdown.
constexpr std::string_view kBlockElements[] = {
    "address", "article",    "aside",  "blockquote", "center", "dd",
    "details", "dir",        "div",    "dl",         "dt",     "fieldset",
    "figure",  "figcaption", "footer", "form",       "h1",     "h2",
    "h3",      "h4",         "h5",     "h6",         "header", "iframe",
    "main",    "menu",       "nav",    "ol",         "p",      "section",
    "summary", "table",      "ul"};

// Those that never do.
constexpr std::string_view kSpanElements[] = {
    "a",      "abbr",  "b",    "bdo",  "big",  "br",     "button", "cite",
    "code",   "del",   "dfn",  "em",   "i",    "img",    "input",  "ins",
    "kbd",    "label", "mark", "q",    "samp", "select", "small",  "span",
    "strong", "sub",   "sup",  "time", "tt",   "u",      "var"};

bool IsOneOf(std::string_view name, const auto& names) {
  return std::ranges::find(names, name) != std::end(names);
}

}  // namespace

std::string TagName(std::string_view line) {
  line = TrimLeft(line);
  if (!line.starts_with('<')) return {};
  line.remove_prefix(line.starts_with("</") ? 2 : 1);
  size_t end = 0;
  while (end < line.size() &&
         (IsAsciiAlpha(line[end]) || IsAsciiDigit(line[end]))) {
    ++end;
  }
  return AsciiLower(line.substr(0, end));
}

bool IsBlockElement(std::string_view name) {
  return IsOneOf(name, kBlockElements);
}

bool IsSpanElement(std::string_view name) {
  return IsOneOf(name, kSpanElements);
}

int OpenElements(std::string_view line, std::string_view name) {
  int balance = 0;
  const std::string small = AsciiLower(line);
  for (const bool opens : {true, false}) {
    const std::string tag = (opens ? "<" : "</") + std::string(name);
    for (size_t at = small.find(tag); at != std::string::npos;
         at = small.find(tag, at + 1)) {
      const char next =
          at + tag.size() < small.size() ? small[at + tag.size()] : '>';
      if (next == '>' || IsSpace(next)) balance += opens ? 1 : -1;
    }
  }
  return balance;
}

}  // namespace offprint
