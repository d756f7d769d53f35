#include "markdown/kramdown_footnotes.h"

#include <string_view>

#include "markdown/kramdown_block_writer.h"

namespace offprint {
namespace {

// The ways back from a footnote to where it is cited.
std::string WaysBack(const KramdownSource::Footnote& note) {
  std::string html;
  for (int i = 0; i < note.uses; ++i) {
    if (i > 0) html += "\u00a0";
    html += "<a href=\"#fnref:" + note.name;
    if (i > 0) html += ":" + std::to_string(i);
    html += "\" class=\"reversefootnote\" role=\"doc-backlink\">&#8617;";
    if (i > 0) html += "<sup>" + std::to_string(i + 1) + "</sup>";
    html += "</a>";
  }
  return html;
}

void AppendFootnote(const KramdownSource::Footnote& note, std::string* html) {
  *html += "    <li id=\"fn:" + note.name + "\" role=\"doc-endnote\">\n";
  KramdownSource source(note.text);
  AppendKramdownBlocks(&source, 3, html);
  constexpr std::string_view kEnd = "</p>\n";
  if (html->ends_with(kEnd)) {
    html->resize(html->size() - kEnd.size());
    *html += "\u00a0" + WaysBack(note) + "</p>\n";
  } else {
    *html += "      <p>" + WaysBack(note) + "</p>\n";
  }
  *html += "    </li>\n";
}

}  // namespace

void AppendFootnotes(const KramdownSource& source,
                     const std::vector<size_t>& cited, std::string* html) {
  if (cited.empty()) return;
  *html += "<div class=\"footnotes\" role=\"doc-endnotes\">\n  <ol>\n";
  for (const size_t footnote : cited) {
    AppendFootnote(source.footnotes[footnote], html);
  }
  *html += "  </ol>\n</div>\n";
}

}  // namespace offprint
