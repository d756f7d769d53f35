// Markdown of a site's owner, in the form that GitHub Pages gives it.
#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_H_

#include <string>
#include <string_view>

namespace offprint {

// Appends trusted Markdown as the HTML that kramdown 2.4 makes of it in
// Jekyll's configuration (https://kramdown.gettalong.org): raw HTML passes,
// headings have ids, quotes and dashes are those of typographers, blocks are
// indented and parted by blank lines as kramdown does it. Attribute lists,
// footnotes, {:toc}, lists of tasks and $$mathematics$$ are kramdown's too. The
// parser is cmark's: definition lists, abbreviations, tables without a header
// and markdown="1" are text, and code has no colours. Safe from any thread.
void AppendKramdownHtml(std::string_view markdown, std::string* html);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_H_
