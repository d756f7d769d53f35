// Letters that texts of arXiv write in TeX.
#ifndef OFFPRINT_CITATIONS_TEX_ACCENTS_H_
#define OFFPRINT_CITATIONS_TEX_ACCENTS_H_

#include <string>
#include <string_view>

namespace offprint {

// The text with accents (\"u, \'{e}, {\v{c}}, \'{\i}) and letters (\o, \ss{})
// of TeX as the letters that they make, and \& \% \$ \# \_ as the characters.
// All else stays, mathematics in dollars as a whole.
std::string WithoutTexAccents(std::string_view text);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_TEX_ACCENTS_H_
