#ifndef OFFPRINT_MARKDOWN_TEX_H_
#define OFFPRINT_MARKDOWN_TEX_H_

#include <cstddef>
#include <string_view>

namespace offprint {

// How many bytes a TeX span takes that begins at text[at]: $…$, $$…$$, \(…\)
// or \[…\]; 0 where none begins. A span holds no blank line. For dollars the
// rule of pandoc's tex_math_dollars holds: no white space inside next to
// either, and no digit behind the second.
size_t TexSpanLength(std::string_view text, size_t at);

}  // namespace offprint

#endif  // OFFPRINT_MARKDOWN_TEX_H_
