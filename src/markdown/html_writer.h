#ifndef OFFPRINT_MARKDOWN_HTML_WRITER_H_
#define OFFPRINT_MARKDOWN_HTML_WRITER_H_

#include <string>
#include <string_view>

#include "markdown/document.h"

namespace offprint {

// Writes the document as HTML by the rules of AppendMarkdownHtml.
void WriteHtml(const Document& document, std::string* html);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_HTML_WRITER_H_
