// The name of a paper in a bibliography.
#ifndef OFFPRINT_CITATIONS_KEY_H_
#define OFFPRINT_CITATIONS_KEY_H_

#include <string>

#include "citations/citation.h"

namespace offprint {

// "vaswani2017attention-1706.03762": the first author's family name, the year,
// the first word of the title that tells something, and the identity. ASCII
// letters, digits, ".", "-" and "_" alone; what cannot be written with them is
// left out ("paper" stands for a name). Two papers never have the same key,
// and other papers do not change it: the identity is all in it, its first "/"
// as "-", other bytes as "_" and two hexadecimal digits.
std::string CitationKey(const Citation& citation);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_KEY_H_
