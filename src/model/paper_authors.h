// The rule by which a paper gets its authors from those its entries name.
#ifndef OFFPRINT_MODEL_PAPER_AUTHORS_H_
#define OFFPRINT_MODEL_PAPER_AUTHORS_H_

#include <string_view>
#include <vector>

#include "model/digest.h"

namespace offprint {

// The names of all entries of one paper: those of the longest list first, in
// its order, then others that no list before has. Slices of the entries'.
std::vector<std::string_view> AuthorsOf(std::vector<const Entry*> entries);

}  // namespace offprint

#endif  // OFFPRINT_MODEL_PAPER_AUTHORS_H_
