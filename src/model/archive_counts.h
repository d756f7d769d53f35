// What `check` counts in a merged archive.
#ifndef OFFPRINT_MODEL_ARCHIVE_COUNTS_H_
#define OFFPRINT_MODEL_ARCHIVE_COUNTS_H_

#include "model/archive.h"

namespace offprint {

// Sorts the further entries of each paper into the kinds of ArchiveCounts.
void CountRepeats(Archive* archive);

// The days between the first and the last that no digest tells of.
void FindMissingDays(Archive* archive);

}  // namespace offprint

#endif  // OFFPRINT_MODEL_ARCHIVE_COUNTS_H_
