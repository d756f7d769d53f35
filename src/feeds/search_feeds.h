// Feeds of saved searches.
#ifndef OFFPRINT_FEEDS_SEARCH_FEEDS_H_
#define OFFPRINT_FEEDS_SEARCH_FEEDS_H_

#include <cstddef>

#include "output/output_sink.h"
#include "pages/site.h"

namespace offprint {

// Writes feeds/<slug>.xml for each of the settings' "feeds": the newest papers
// that match, found on `jobs` threads. Their queries have no problem.
void WriteSearchFeeds(const Site& site, size_t jobs, OutputSink& sink);

}  // namespace offprint

#endif  // OFFPRINT_FEEDS_SEARCH_FEEDS_H_
