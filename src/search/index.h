// The search index of a site: see FORMAT.md.
#ifndef OFFPRINT_SEARCH_INDEX_H_
#define OFFPRINT_SEARCH_INDEX_H_

#include <cstddef>
#include <vector>

#include "base/byte_stream.h"
#include "base/hash.h"
#include "output/output_sink.h"
#include "pages/content_hashes.h"
#include "pages/site.h"
#include "search/tier_index.h"

namespace offprint::search {

// A tier that was written, and what it was made of.
struct WrittenTier {
  Hash128 made_of;
  TierSummary summary;
};

// The tiers of the last build; empty before the first.
using IndexMemory = std::vector<WrittenTier>;

void Write(const IndexMemory& memory, ByteWriter* out);
IndexMemory ReadIndexMemory(ByteReader* in);

// Writes the index and the client below "search/", but for tiers of the memory
// that the sink can keep, and brings the memory up to date. The same archive
// gives the same files whatever the options.
void WriteIndex(const Site& site, const ContentHashes& hashes,
                const IndexOptions& options, IndexMemory* memory,
                OutputSink& sink);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_INDEX_H_
