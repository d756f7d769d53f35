// kramdown's inline attribute lists, "{: .class #id name="value"}", where the
// syntax tree has them.
#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_ATTRIBUTE_LISTS_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_ATTRIBUTE_LISTS_H_

#include "markdown/kramdown_attributes.h"
#include "markdown/kramdown_source.h"
#include "markdown/syntax_tree.h"

namespace offprint {

// The attributes that stand on a line of their own below a block or, with an
// empty line before them, above it.
HtmlAttributes BlockAttributes(cmark_node* block, const KramdownSource& source);

// Those behind an inline element, taken off the text there.
HtmlAttributes TakeInlineAttributes(cmark_node* element);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_ATTRIBUTE_LISTS_H_
