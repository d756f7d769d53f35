// Markdown of digests to HTML (through cmark-gfm).
#ifndef OFFPRINT_MARKDOWN_MARKDOWN_H_
#define OFFPRINT_MARKDOWN_MARKDOWN_H_

#include <string>
#include <string_view>

namespace offprint {

// Appends untrusted Markdown (GitHub's) as HTML that may stand in a <div>. Safe
// from any thread.
// - Raw HTML becomes visible text, but for <br> and pairs of <b>, <em>, <i>,
//   <strong>, <sub> and <sup> without attributes.
// - Links lead to http, https and mailto alone, with rel="nofollow"; any other
//   is its text. Bare http and https addresses become links. An image becomes
//   a link to it, so that no page loads anything.
// - TeX ($…$, $$…$$, \(…\), \[…\]) comes out as it stands, escaped; "$5 and
//   $6" is no TeX (the rule of pandoc's tex_math_dollars).
// - Headings become bold paragraphs, and nothing has an id, so that the page's
//   outline and anchors stay its own.
// - Emphasis next to Chinese punctuation works: **关键词：**内容.
// Cells of tables carry class="align-center" or "align-right".
void AppendMarkdownHtml(std::string_view markdown, std::string* html);

// The text of untrusted Markdown on one line: marks off, character references
// decoded, TeX as it stands. It is not escaped.
std::string PlainText(std::string_view markdown);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_MARKDOWN_H_
