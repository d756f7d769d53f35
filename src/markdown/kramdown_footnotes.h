#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_FOOTNOTES_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_FOOTNOTES_H_

#include <cstddef>
#include <string>
#include <vector>

#include "markdown/kramdown_source.h"

namespace offprint {

// Appends the list of the footnotes that were cited, in order, as of
// source.footnotes; nothing where none was. Each leads back to its uses.
void AppendFootnotes(const KramdownSource& source,
                     const std::vector<size_t>& cited, std::string* html);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_FOOTNOTES_H_
