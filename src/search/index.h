// The search index of a site: see FORMAT.md.
#ifndef OFFPRINT_SEARCH_INDEX_H_
#define OFFPRINT_SEARCH_INDEX_H_

#include <cstddef>

#include "output/output_sink.h"
#include "pages/site.h"

namespace offprint::search {

// Writes the index and the client below "search/", on `jobs` threads. The same
// archive gives the same files whatever the number of jobs.
void WriteIndex(const Site& site, size_t jobs, OutputSink& sink);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_INDEX_H_
