// The rule by which a paper gets its authors from those its entries name.
#ifndef OFFPRINT_MODEL_PAPER_AUTHORS_H_
#define OFFPRINT_MODEL_PAPER_AUTHORS_H_

#include <string_view>
#include <vector>

#include "model/digest.h"
#include "model/metadata.h"

namespace offprint {

// The names of all entries of one paper: those of the longest list first, in
// its order, then others that no list before has. The metadata's (which may be
// null) in their place, each name once, where no entry names any, or where the
// longest list begins with the same author and is shorter or cut ("et al.").
// Slices of the entries' or of the metadata's.
std::vector<std::string_view> AuthorsOf(std::vector<const Entry*> entries,
                                        const Metadata* metadata);

// Whether both may be names of one person: "Ada Lovelace", "A. Lovelace" and
// "Lovelace, Ada" may, whatever their accents.
bool MayBeSamePerson(std::string_view a, std::string_view b);

}  // namespace offprint

#endif  // OFFPRINT_MODEL_PAPER_AUTHORS_H_
