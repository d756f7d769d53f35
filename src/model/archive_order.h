// The final order of an archive's lists. While digests are merged, papers,
// topics and authors are numbered as they first appear; each function sorts one
// list and renumbers what points into it.
#ifndef OFFPRINT_MODEL_ARCHIVE_ORDER_H_
#define OFFPRINT_MODEL_ARCHIVE_ORDER_H_

#include <cstddef>

#include "model/archive.h"

namespace offprint {

// By the day first seen, newest first, then by id; then tells topics their
// papers.
void OrderPapers(Archive* archive);

// By name; then tells authors their papers and gives them slugs, which are made
// on `jobs` threads. After OrderPapers.
void OrderAuthors(Archive* archive, size_t jobs);

// Most papers first, then by name; then gives slugs. After OrderPapers.
void OrderTopics(Archive* archive);

}  // namespace offprint

#endif  // OFFPRINT_MODEL_ARCHIVE_ORDER_H_
