#include "engines/engine_file.h"

#include <string>

#include "data/json.h"
#include "engines/client.h"

namespace offprint::engines {

void WriteEngineFiles(const SiteConfig& config, OutputSink& sink) {
  std::string text;
  data::JsonWriter json(&text);
  json.BeginObject().Key("engine").String(
      config.search_engine == SearchEngine::kOpenSearch ? "opensearch"
                                                        : "meilisearch");
  json.Key("url").String(config.search_url);
  json.Key("index").String(config.search_index);
  json.Key("key").StringOrNull(config.search_key);
  json.EndObject();
  sink.Write("search/engine.json", text);
  sink.Write("search/client.js", EngineClientModule());
}

}  // namespace offprint::engines
