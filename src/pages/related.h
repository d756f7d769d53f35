// Papers that readers of a paper may want to see next.
#ifndef OFFPRINT_PAGES_RELATED_H_
#define OFFPRINT_PAGES_RELATED_H_

#include <cstddef>
#include <vector>

#include "model/archive.h"

namespace offprint {

// How many a paper's page names.
inline constexpr size_t kRelatedPapers = 5;

// At most `most` papers that share authors or topics with this one, those that
// share most first, then those seen nearest to it. What it costs depends on
// the paper's authors and topics, not on how many papers those have.
std::vector<PaperIndex> RelatedPapers(const Archive& archive, PaperIndex paper,
                                      size_t most);

}  // namespace offprint

#endif  // OFFPRINT_PAGES_RELATED_H_
