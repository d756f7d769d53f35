#ifndef OFFPRINT_MARKDOWN_HTML_H_
#define OFFPRINT_MARKDOWN_HTML_H_

#include <string>
#include <string_view>

namespace offprint {

// Whether the Markdown is nothing but paragraphs, which may have TeX in them:
// no other character in it, and no line's beginning, means anything else. Most
// texts of digests are so.
bool IsProse(std::string_view markdown);

// What AppendMarkdownHtml does with prose, and with the rest; both give the
// same for prose.
void AppendProseHtml(std::string_view markdown, std::string* html);
void AppendParsedHtml(std::string_view markdown, std::string* html);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_HTML_H_
