#include "engines/export.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

#include "base/text.h"
#include "data/json_parser.h"
#include "engines/client.h"
#include "engines/document.h"
#include "engines/engine_file.h"
#include "engines/meilisearch.h"
#include "output/memory_sink.h"
#include "unit/feeds/small_site.h"

namespace offprint::engines {
namespace {

using ::testing::HasSubstr;
using ::testing::SizeIs;

MemorySink::Files Export(Engine engine, size_t file_bytes = 1 << 20,
                         size_t jobs = 2) {
  const SmallSite small;
  ExportOptions options;
  options.engine = engine;
  options.file_bytes = file_bytes;
  options.jobs = jobs;
  MemorySink sink;
  WriteExport(small.site, options, sink);
  return sink.files();
}

TEST(ExportTest, OpenSearchGetsAnActionAndADocumentAPaper) {
  const auto files = Export(Engine::kOpenSearch);
  EXPECT_THAT(files, SizeIs(2));
  EXPECT_THAT(files.at("index.json"), HasSubstr("\"cjk_bigram\""));
  EXPECT_THAT(
      files.at("documents-00001.ndjson"),
      HasSubstr("{\"index\":{\"_id\":\"2601.00001\"}}\n"
                "{\"id\":\"2601.00001\",\"url\":\"papers/2601.00001/\","
                "\"title\":\"Old\",\"authors\":[\"Ada L.\",\"李雷\"],"
                "\"topics\":[\"大模型\"],\"last_seen\":\"2026-01-23\","
                "\"days\":[\"2026-01-22\",\"2026-01-23\"],\"years\":[2026],"
                "\"score\":5.5,\"code\":false,"
                "\"texts\":[\"See $a\\u003cb$ & more\","
                "\"About old things.\"]}\n"));
}

TEST(ExportTest, MeilisearchGetsADocumentALine) {
  const auto files = Export(Engine::kMeilisearch);
  EXPECT_THAT(files.at("settings.json"), HasSubstr("\"cmn\""));
  const std::string& documents = files.at("documents-00001.ndjson");
  EXPECT_THAT(Split(documents, '\n'), SizeIs(4));
  EXPECT_THAT(documents, HasSubstr("{\"id\":\"10_2e1101_2f2026_2e01_2e20_2e1\","
                                   "\"paper_id\":\"10.1101/2026.01.20.1\","));
  EXPECT_THAT(documents, HasSubstr("\"day_numbers\":[20260122,20260123]}"));
}

TEST(ExportTest, FilesEndBeforeTheyAreTooLarge) {
  const auto files = Export(Engine::kMeilisearch, 1);
  EXPECT_THAT(files, SizeIs(4));
  std::string all;
  for (const auto& [path, bytes] : files) {
    if (path != "settings.json") all += bytes;
  }
  EXPECT_EQ(all, Export(Engine::kMeilisearch).at("documents-00001.ndjson"));
}

TEST(ExportTest, TheSameOnAnyNumberOfThreads) {
  EXPECT_EQ(Export(Engine::kOpenSearch, 300, 1),
            Export(Engine::kOpenSearch, 300, 7));
}

TEST(ExportTest, SettingsAreJson) {
  for (const Engine engine : {Engine::kOpenSearch, Engine::kMeilisearch}) {
    for (const auto& [path, bytes] : Export(engine)) {
      if (!path.ends_with(".json")) continue;
      Diagnostics diagnostics;
      const data::Value value = data::ParseJson(bytes, path, diagnostics);
      EXPECT_EQ(diagnostics.errors(), 0U) << path;
      EXPECT_NE(value.AsObject(), nullptr);
    }
  }
}

TEST(MeilisearchTest, IdentitiesStayApart) {
  EXPECT_EQ(MeilisearchId("0123456789abcdef"), "0123456789abcdef");
  EXPECT_EQ(MeilisearchId("q-bio/0601001"), "q-bio_2f0601001");
  EXPECT_NE(MeilisearchId("a_2fb"), MeilisearchId("a/b"));
  EXPECT_EQ(MeilisearchId("论"), "_e8_ae_ba");
  const std::string longest(600, 'a');
  EXPECT_THAT(MeilisearchId(longest), SizeIs(511));
  EXPECT_NE(MeilisearchId(longest), MeilisearchId(longest + "b"));
}

TEST(DocumentTest, LongIdentitiesAreCutBetweenCharacters) {
  std::string id;
  for (int i = 0; i < 200; ++i) id += "论";
  const std::string cut = ShortId(id, 512);
  EXPECT_LE(cut.size(), 512U);
  EXPECT_FALSE(FindInvalidUtf8(cut));
}

TEST(EngineFileTest, TellsThePageWhereToAsk) {
  SiteConfig config;
  config.search_engine = SearchEngine::kMeilisearch;
  config.search_url = "https://search.example.org/m";
  MemorySink sink;
  WriteEngineFiles(config, sink);
  EXPECT_EQ(sink.files().at("search/engine.json"),
            "{\"engine\":\"meilisearch\",\"url\":\"https://search.example.org/"
            "m\",\"index\":\"papers\",\"key\":null}");
  EXPECT_EQ(sink.files().at("search/client.js"), EngineClientModule());
}

}  // namespace
}  // namespace offprint::engines
