#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_LAYOUT_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_LAYOUT_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "markdown/kramdown_source.h"
#include "markdown/syntax_tree.h"

namespace offprint {

// Where blocks stand in kramdown's HTML: each begins on a line of its own, two
// blanks further in than what holds it; an empty line stands where the source
// has one between two blocks.
class KramdownLayout {
 public:
  // Appends to *html, `depth` blocks deep. Both outlive this.
  KramdownLayout(const KramdownSource& source, size_t depth, std::string* html)
      : source_(source), html_(*html), depth_(depth) {}

  // The empty line before a block, if there is one.
  void PartFromPrevious(cmark_node* block);

  // The blanks at the head of a line.
  void Indent() { html_.append(2 * depth_, ' '); }

  // Between the two, blocks stand within another.
  void Nest() { ++depth_; }
  void Unnest() { --depth_; }

  // A tag on a line of its own, before and behind the blocks it is around.
  void OpenLine(std::string_view tag);
  void CloseLine(std::string_view tag);

 private:
  const KramdownSource& source_;
  std::string& html_;
  size_t depth_;
};

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_LAYOUT_H_
