#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_TABLE_WRITER_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_TABLE_WRITER_H_

#include <cstddef>
#include <string>

#include "markdown/kramdown_inline_writer.h"
#include "markdown/kramdown_layout.h"
#include "markdown/kramdown_source.h"
#include "markdown/syntax_tree.h"

namespace offprint {

// Writes tables, their rows and their cells around what stands in these.
class KramdownTableWriter {
 public:
  // Appends to *html, in the layout. All four outlive this.
  KramdownTableWriter(const KramdownSource& source, KramdownLayout* layout,
                      KramdownInlineWriter* inlines, std::string* html)
      : source_(source), layout_(*layout), inlines_(*inlines), html_(*html) {}

  // Whether the node is a table or part of one, as the others are to be.
  static bool Writes(cmark_node* node);

  void Enter(cmark_node* node);
  void Leave(cmark_node* node);

 private:
  void OpenTable(cmark_node* table);
  void OpenRow(cmark_node* row);
  void OpenCell(cmark_node* cell);
  void CloseRow(cmark_node* row);

  const KramdownSource& source_;
  KramdownLayout& layout_;
  KramdownInlineWriter& inlines_;
  std::string& html_;
  size_t column_ = 0;  // of the cell to come
};

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_TABLE_WRITER_H_
