// The tags of a page, one after the other, as a browser's tokenizer sees them.
#ifndef OFFPRINT_CHECK_HTML_TAGS_H_
#define OFFPRINT_CHECK_HTML_TAGS_H_

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace offprint {

struct HtmlAttribute {
  std::string_view name;
  std::string_view value;  // as written, character references and all
};

// Slices of the page.
struct HtmlTag {
  std::string_view name;
  std::vector<HtmlAttribute> attributes;
  std::string_view text;  // of scripts, style sheets and the like: all inside
};

// Calls `each` for every start tag. Comments, and what is text to a browser
// (in scripts, style sheets, titles), hold no tags. Takes any bytes: what is no
// tag is passed over, and one that the page ends in is left out.
void EachStartTag(std::string_view html,
                  const std::function<void(const HtmlTag&)>& each);

// A value with its character references resolved: numbers, and the five names
// that every writer of HTML uses. Other names stay as they are.
std::string ResolveReferences(std::string_view value);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_HTML_TAGS_H_
