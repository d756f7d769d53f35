#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_BLOCK_WRITER_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_BLOCK_WRITER_H_

#include <cstddef>
#include <string>
#include <vector>

#include "markdown/kramdown_source.h"

namespace offprint {

// Appends the source's text as kramdown's HTML, its blocks `depth` blocks deep.
// Gives the footnotes that were cited, in order, as of source->footnotes; their
// uses are counted, their texts are not written.
std::vector<size_t> AppendKramdownBlocks(KramdownSource* source, size_t depth,
                                         std::string* html);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_BLOCK_WRITER_H_
