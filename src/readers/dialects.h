// One reader a dialect. The grammars stand at the head of each .cc file.
#ifndef OFFPRINT_READERS_DIALECTS_H_
#define OFFPRINT_READERS_DIALECTS_H_

#include "readers/digest_builder.h"

namespace offprint {

// Each reads the builder's text and adds what it finds, in file order.
void ReadDailyTable(DigestBuilder& builder);
void ReadTopicTable(DigestBuilder& builder);
void ReadAnalysedList(DigestBuilder& builder);
void ReadScoredList(DigestBuilder& builder);
void ReadEnhancedList(DigestBuilder& builder);
void ReadGeneric(DigestBuilder& builder);

}  // namespace offprint

#endif  // OFFPRINT_READERS_DIALECTS_H_
