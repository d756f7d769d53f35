#include "build/host_use.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "base/text_pool.h"

namespace offprint {
namespace {

Ledger LedgerOf(const std::vector<std::pair<const char*, uint64_t>>& files) {
  TextPool paths;
  std::vector<LedgerFile> list;
  list.reserve(files.size());
  for (const auto& [path, size] : files) {
    list.push_back({paths.Keep(path), {}, {}, size});
  }
  return {std::move(list), std::move(paths)};
}

TEST(HostUseTest, AFileIsOfThePartWhoseFolderItIsIn) {
  const Ledger ledger = LedgerOf({{"index.html", 1},
                                  {"papers/2601.00001/index.html", 10},
                                  {"papers/2601.00002/index.html", 20},
                                  {"search/index.json", 5},
                                  {"days/2026-01-23/index.html", 7}});
  const HostUse use = UseOf(ledger, SiteConfig(), 3);
  EXPECT_EQ(use.bytes, 43U);
  EXPECT_EQ(use.largest_file, "papers/2601.00002/index.html");
  EXPECT_EQ(use.largest_bytes, 20U);
  ASSERT_EQ(use.parts.size(), 4U);
  EXPECT_EQ(use.parts[0].name, "paper");
  EXPECT_EQ(use.parts[0].files, 2U);
  EXPECT_EQ(use.parts[0].bytes, 30U);
  EXPECT_EQ(use.Part("others").bytes, 1U);
  EXPECT_EQ(use.Part("author").files, 0U);
}

TEST(HostUseTest, TheLongestFolderWins) {
  SiteConfig config;
  config.permalinks.paper = "/:id/";
  config.permalinks.author = "/people/of/:slug/";
  const HostUse use = UseOf(
      LedgerOf({{"2601.00001/index.html", 1}, {"people/of/a/index.html", 2}}),
      config, 2);
  EXPECT_EQ(use.Part("author").bytes, 2U);
  EXPECT_EQ(use.Part("paper").bytes, 1U);
}

TEST(HostUseTest, OnlyASourceForJekyllTakesItsTime) {
  SiteConfig config;
  config.format = OutputFormat::kHtml;
  EXPECT_EQ(UseOf(Ledger(), config, 1000).jekyll_seconds, 0);
  config.format = OutputFormat::kJekyll;
  EXPECT_GT(UseOf(Ledger(), config, 1000).jekyll_seconds, 1);
}

}  // namespace
}  // namespace offprint
