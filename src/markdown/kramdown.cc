#include "markdown/kramdown.h"

#include <vector>

#include "markdown/kramdown_block_writer.h"
#include "markdown/kramdown_footnotes.h"
#include "markdown/kramdown_source.h"

namespace offprint {

void AppendKramdownHtml(std::string_view markdown, std::string* html) {
  KramdownSource source(markdown);
  const size_t before = html->size();
  const std::vector<size_t> cited = AppendKramdownBlocks(&source, 0, html);
  const int end = static_cast<int>(source.lines.size()) + 1;
  const bool ends_blank = source.lines.size() > 1 && source.HasBlankBefore(end);
  if (html->size() == before || ends_blank) *html += '\n';
  AppendFootnotes(source, cited, html);
}

}  // namespace offprint
