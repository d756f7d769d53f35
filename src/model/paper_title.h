// The rule by which a paper gets its title from those its entries give.
#ifndef OFFPRINT_MODEL_PAPER_TITLE_H_
#define OFFPRINT_MODEL_PAPER_TITLE_H_

#include <string_view>
#include <vector>

#include "model/digest.h"
#include "model/metadata.h"

namespace offprint {

struct TitleChoice {
  // The title that most entries give; among equals the one of the newest day,
  // then the first in file order. Where no entry has one: the original title;
  // where none has that: the metadata's; else empty.
  std::string_view title;
  // A title given as the original, else one without Han characters where the
  // chosen title has some, else the metadata's where one of the two has some
  // and the other not; empty where there is none or it is the same.
  std::string_view original_title;
};

// `entries` are all of one paper, newest day first, then in file order. The
// choice is a slice of theirs or of the metadata's, which may be null.
TitleChoice ChooseTitle(const std::vector<const Entry*>& entries,
                        const Metadata* metadata);

}  // namespace offprint

#endif  // OFFPRINT_MODEL_PAPER_TITLE_H_
