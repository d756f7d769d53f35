#include "build/build_cache.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <utility>

#include "base/source_file.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

class BuildCacheTest : public ::testing::Test {
 protected:
  BuildCacheTest() {
    std::string name = ::testing::TempDir() + "offprint-XXXXXX";
    folder_ = mkdtemp(name.data());
    path_ = CachePath(folder_, folder_ / "public");
    BuildCache cache;
    cache.environment = {1, 2};
    cache.inputs.push_back({"content/a.md", 3, 4, 5, 6, {}});
    cache.diagnostics.push_back(
        {Severity::kWarning, {"content/a.md", 7, 8, "the line"}, "odd"});
    cache.counts.entries = 9;
    cache.counts.missing_days = {{2026, 1, 24}};
    cache.papers = 10;
    cache.render.parts[2] = {3, 11};
    cache.search.push_back({{12, 13}, {}});
    cache.search[0].summary.folder = "f";
    cache.search[0].summary.starts = {"", "w"};
    cache.search[0].summary.common = {{"g模型", 14}};
    TextPool paths;
    cache.ledger = Ledger({{paths.Keep("index.html"), {15, 16}, {17, 18}, 19}},
                          std::move(paths));
    cache.site = cache.ledger.Id();
    EXPECT_TRUE(SaveCache(path_, cache));
  }
  ~BuildCacheTest() override { fs::remove_all(folder_); }

  fs::path folder_;
  fs::path path_;
};

TEST_F(BuildCacheTest, IsReadAsItWasWritten) {
  BuildCache cache;
  ASSERT_EQ(LoadCache(path_, &cache), CacheState::kFine);
  EXPECT_EQ(cache.environment, (Hash128{1, 2}));
  ASSERT_EQ(cache.inputs.size(), 1U);
  EXPECT_EQ(cache.inputs[0],
            (InputFile{"content/a.md", 3, 4, 5, 6, Hash128()}));
  ASSERT_EQ(cache.diagnostics.size(), 1U);
  EXPECT_EQ(FormatDiagnostic(cache.diagnostics[0]),
            "content/a.md:7:8: warning: odd");
  EXPECT_EQ(cache.diagnostics[0].where.excerpt, "the line");
  EXPECT_EQ(cache.counts.entries, 9U);
  EXPECT_EQ(cache.counts.missing_days, (std::vector<Date>{{2026, 1, 24}}));
  EXPECT_EQ(cache.papers, 10U);
  EXPECT_EQ(cache.render.parts[2], (std::vector<PageParts>{3, 11}));
  ASSERT_EQ(cache.search.size(), 1U);
  EXPECT_EQ(cache.search[0].summary.starts.size(), 2U);
  EXPECT_EQ(cache.search[0].summary.common.at("g模型"), 14U);
  EXPECT_EQ(cache.ledger.Id(), cache.site);
  EXPECT_EQ(cache.ledger.Find("index.html")->size, 19U);
}

TEST_F(BuildCacheTest, ADamagedOneIsFoundOutAndEmpty) {
  const std::string whole = ReadFile(path_);
  for (size_t at = 0; at < whole.size(); ++at) {
    std::string damaged = whole;
    damaged[at] = static_cast<char>(damaged[at] ^ 1);
    std::ofstream(path_, std::ios::binary) << damaged;
    BuildCache cache;
    ASSERT_EQ(LoadCache(path_, &cache), CacheState::kDamaged) << at;
    EXPECT_TRUE(cache.ledger.files().empty());
    std::ofstream(path_, std::ios::binary) << whole.substr(0, at);
    ASSERT_EQ(LoadCache(path_, &cache), CacheState::kDamaged) << at;
  }
}

TEST_F(BuildCacheTest, GitAndBackUpsPassItOver) {
  EXPECT_EQ(ReadFile(folder_ / kCacheFolder / ".gitignore"), "*\n");
  EXPECT_TRUE(fs::exists(folder_ / kCacheFolder / "CACHEDIR.TAG"));
  RemoveCaches(folder_);
  BuildCache cache;
  EXPECT_EQ(LoadCache(path_, &cache), CacheState::kNone);
  EXPECT_FALSE(fs::exists(folder_ / kCacheFolder));
}

TEST_F(BuildCacheTest, EachDestinationHasItsOwn) {
  EXPECT_NE(CachePath(folder_, folder_ / "other"), path_);
}

}  // namespace
}  // namespace offprint
