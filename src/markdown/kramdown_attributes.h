#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_ATTRIBUTES_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_ATTRIBUTES_H_

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offprint {

// Attributes of an element by name, in the order in which they are written.
using HtmlAttributes = std::vector<std::pair<std::string, std::string>>;

// The name under which the word "toc" stands in attributes: a table of contents
// takes the place of the list.
inline constexpr std::string_view kContents = "{:toc}";

// The inside of kramdown's "{: .class #id name="value"}". Quotes may have
// become those of typographers. Other words
// than "toc" are left out.
HtmlAttributes ReadAttributes(std::string_view list);

// The value of an attribute; null where there is none.
const std::string* FindAttribute(const HtmlAttributes& attributes,
                                 std::string_view name);

// Appends text, escaped as kramdown does it: quotes stay.
void AppendText(std::string_view text, std::string* html);

void AppendAttribute(std::string_view name, std::string_view value,
                     std::string* html);
void AppendAttributes(const HtmlAttributes& attributes, std::string* html);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_ATTRIBUTES_H_
