// Where the site's search page finds its engine.
#ifndef OFFPRINT_ENGINES_ENGINE_FILE_H_
#define OFFPRINT_ENGINES_ENGINE_FILE_H_

#include "config/site_config.h"
#include "output/output_sink.h"

namespace offprint::engines {

// Writes search/engine.json for a site that a server answers: {"engine":
// "opensearch" or "meilisearch", "url", "index", "key": text or null}, all of
// which is public, and search/client.js, which reads it in the page.
void WriteEngineFiles(const SiteConfig& config, OutputSink& sink);

}  // namespace offprint::engines

#endif  // OFFPRINT_ENGINES_ENGINE_FILE_H_
