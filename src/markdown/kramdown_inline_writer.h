#ifndef OFFPRINT_MARKDOWN_KRAMDOWN_INLINE_WRITER_H_
#define OFFPRINT_MARKDOWN_KRAMDOWN_INLINE_WRITER_H_

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "markdown/kramdown_source.h"
#include "markdown/syntax_tree.h"

namespace offprint {

// Writes the inline nodes of blocks: text, emphasis, code, links, images.
class KramdownInlineWriter {
 public:
  // Appends to *html, and counts the uses of the source's footnotes. Both
  // outlive this.
  KramdownInlineWriter(KramdownSource* source, std::string* html)
      : source_(*source), html_(*html) {}

  // Comes before the nodes of each block that holds such.
  void Begin(cmark_node* block);

  // Any node that is not inline is passed over.
  void Enter(cmark_node* node);
  void Leave(cmark_node* node);

  // The footnotes that were cited, in order, as of source.footnotes.
  const std::vector<size_t>& cited() const { return cited_; }

 private:
  void WriteText(std::string_view text);
  void WriteProse(std::string_view text);
  void WriteReference(size_t footnote);
  void WriteCode(cmark_node* node);
  void WriteTag(std::string_view tag);
  void WriteImage(cmark_node* node);
  void AppendTitle(cmark_node* node);

  KramdownSource& source_;
  std::string& html_;
  size_t kept_ = 0;            // where the last image ends
  int strikes_ = 0;            // "~~" that are still to come in the block
  std::vector<size_t> cited_;  // footnotes in the order of their numbers
};

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_KRAMDOWN_INLINE_WRITER_H_
