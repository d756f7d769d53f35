#include "markdown/kramdown_layout.h"

#include <cmark-gfm.h>

namespace offprint {

void KramdownLayout::PartFromPrevious(cmark_node* block) {
  const bool first = cmark_node_previous(block) == nullptr;
  if (first && !IsTop(block)) return;
  if (source_.HasBlankBefore(cmark_node_get_start_line(block))) html_ += '\n';
}

void KramdownLayout::OpenLine(std::string_view tag) {
  Indent();
  Nest();
  html_.append(tag) += '\n';
}

void KramdownLayout::CloseLine(std::string_view tag) {
  Unnest();
  Indent();
  html_.append(tag) += '\n';
}

}  // namespace offprint
