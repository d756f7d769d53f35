#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_SPANS_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_SPANS_H_

#include <string>
#include <string_view>

#include "markdown/kramdown_source.h"

namespace offprint {

// The second pass of KramdownSource, over what stands within the lines of the
// text: gives the text with stand-ins, and the source its `math`. The source
// has its `footnotes`.
std::string ReadKramdownSpans(std::string_view text, KramdownSource* source);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_SPANS_H_
