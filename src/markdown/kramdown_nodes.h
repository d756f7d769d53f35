// What the writer of kramdown's HTML asks of cmark's tree, and takes off it.
#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_NODES_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_NODES_H_

#include <string>
#include <string_view>

#include "markdown/kramdown_attributes.h"
#include "markdown/kramdown_source.h"
#include "markdown/syntax_tree.h"

namespace offprint {

// The text below a node, marks off.
std::string TextBelow(cmark_node* node, const KramdownSource& source);

// Whether there is a node, of that cmark_node_type.
bool HasType(cmark_node* node, int type);

// The child of a node that has one alone, or null.
cmark_node* OnlyChild(cmark_node* node);

// "***x***" is <strong><em> in kramdown, and the other way round in cmark.
bool IsEmphasisOfStrong(cmark_node* node);

// The text that an item of a list begins with; null where it does with none.
cmark_node* FirstText(cmark_node* item);

// Whether the item is one of a list of tasks: "[ ] text" or "[x] text".
bool IsTask(cmark_node* item);

bool HasTasks(cmark_node* list);

// Whether the list of the item is written without paragraphs.
bool IsTight(cmark_node* item);

// Takes "{: …}" off the text behind an inline element.
HtmlAttributes TakeAttributes(cmark_node* element);

// Takes "{#id}" off the end of a heading.
std::string TakeHeadingId(cmark_node* heading);

// GitHub's rule: small letters, "-" for blanks, nothing for what is no word.
std::string HeadingId(std::string_view text);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_NODES_H_
