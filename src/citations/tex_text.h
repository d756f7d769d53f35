// Plain text as TeX, for the fields of BibTeX.
#ifndef OFFPRINT_CITATIONS_TEX_TEXT_H_
#define OFFPRINT_CITATIONS_TEX_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace offprint {

// Text is a stranger's: nothing of it becomes a command, but for the
// mathematics of titles. & % $ # _ { } ~ ^ \ are escaped; braces that do not
// pair become commands, since BibTeX counts those that are escaped, too. Other
// characters stay in UTF-8.
std::string TexText(std::string_view text);

// A title. Besides, mathematics ($L_2$) is left as it is where MathSpan takes
// it, and what BibTeX styles must not make small is put into braces:
// mathematics and, in runs of ASCII letters and digits, those with a capital
// behind their first character ("BERT", "3D") or with a digit ("Llama3"),
// single capitals
// ("Q", not "A"), and in a title whose words are mostly small those that begin
// with a capital within a sentence ("Gaussian").
std::string TexTitle(std::string_view title);

// How many bytes of mathematics begin at text[at], a dollar: up to the next
// dollar on the terms of pandoc's tex_math_dollars, with braces that pair, no
// comment and no command but those of mathematics, so that no \input can hide
// in it; 0 where there is none.
size_t MathSpan(std::string_view text, size_t at);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_TEX_TEXT_H_
