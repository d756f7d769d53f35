#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_LINES_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_LINES_H_

#include <string_view>

#include "markdown/kramdown_source.h"

namespace offprint {

// The first pass of KramdownSource, over the lines of the Markdown: gives the
// source its `lines`, `attributes` and `footnotes`, and the `text` without
// them. Line feeds end lines; no line feed ends the last.
void ReadKramdownLines(std::string_view markdown, KramdownSource* source);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_LINES_H_
