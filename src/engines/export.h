// An archive as files that a search engine loads as they are.
#ifndef OFFPRINT_ENGINES_EXPORT_H_
#define OFFPRINT_ENGINES_EXPORT_H_

#include <cstddef>
#include <functional>

#include "output/output_sink.h"
#include "pages/site.h"

namespace offprint::engines {

enum class Engine { kOpenSearch, kMeilisearch };

struct ExportOptions {
  Engine engine = Engine::kOpenSearch;
  size_t jobs = 1;
  // A file of documents is ended once it has so many bytes: engines take
  // requests of up to 100 MB.
  size_t file_bytes = size_t{32} << 20;
  std::function<void()> paper_done = [] {};  // from any thread
};

// Writes documents-00001.ndjson, documents-00002.ndjson … and index.json (of
// OpenSearch) or settings.json (of Meilisearch). One file of documents is in
// memory at a time. The number of jobs changes nothing.
void WriteExport(const Site& site, const ExportOptions& options,
                 OutputSink& sink);

}  // namespace offprint::engines

#endif  // OFFPRINT_ENGINES_EXPORT_H_
