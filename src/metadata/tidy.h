// Metadata as it may stand in pages, whatever a service or a hand wrote.
#ifndef OFFPRINT_METADATA_TIDY_H_
#define OFFPRINT_METADATA_TIDY_H_

#include "model/metadata.h"

namespace offprint {

// Makes all texts what model/metadata.h says of them: bytes that are no UTF-8
// become U+FFFD, control characters go, white space is collapsed. Texts longer
// than any real one are cut and end in "…": titles at 2,000 bytes, abstracts
// at 20,000, names, categories and all others at 1,000; lists at 10,000 authors
// and 50 affiliations or categories. Empty members of lists go, and a DOI that
// is none.
void Tidy(Metadata* metadata);

}  // namespace offprint

#endif  // OFFPRINT_METADATA_TIDY_H_
