// The elements of HTML in a line of Markdown, by kramdown's lists.
#ifndef OFFPRINT_MARKDOWN_HTML_ELEMENTS_H_
#define OFFPRINT_MARKDOWN_HTML_ELEMENTS_H_

#include <string>
#include <string_view>

namespace offprint {

// The name, in small letters, of the tag that begins the line; empty where none
// does.
std::string TagName(std::string_view line);

// Whether an element of the name begins a block, or never does. Of others that
// depends on what stands around.
bool IsBlockElement(std::string_view name);
bool IsSpanElement(std::string_view name);

// How many elements of the name the line opens, less those it closes.
int OpenElements(std::string_view line, std::string_view name);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_HTML_ELEMENTS_H_
