#include "starter/new_site.h"

#include <gtest/gtest.h>

#include <map>

#include "data/yaml.h"

namespace offprint {
namespace {

constexpr Date kDay = {2026, 1, 23};

std::map<std::string, std::string> FilesOf(
    const SiteConfig& config, const std::optional<FirstDigest>& first) {
  std::map<std::string, std::string> files;
  for (StarterFile& file : NewSiteFiles(config, first)) {
    files[file.path] = std::move(file.text);
  }
  return files;
}

TEST(NewSiteTest, HasAFirstDigestOfTheDay) {
  for (const std::string_view name : DialectNames()) {
    const Dialect dialect = *FindDialect(name);
    if (dialect == Dialect::kGeneric) continue;
    auto files = FilesOf(SiteConfig(), FirstDigest{dialect, kDay});
    ASSERT_EQ(files.size(), 5U) << name;
    const std::string& digest = files["content/2026-01-23.md"];
    EXPECT_NE(digest.find("1706.03762"), digest.npos) << name;
    for (const char* day : {"2000-01-02", "2000.01.02", "20000102"}) {
      EXPECT_EQ(digest.find(day), digest.npos) << name;
    }
  }
}

TEST(NewSiteTest, HasNoFirstDigestWhereDigestsAreThere) {
  EXPECT_EQ(FilesOf(SiteConfig(), std::nullopt).size(), 4U);
}

TEST(NewSiteTest, ReadMeNamesTheSiteAndItsDigests) {
  SiteConfig config;
  config.title = "My\npapers";
  config.content = "../digests";
  const std::string text = FilesOf(config, std::nullopt)["README.md"];
  EXPECT_TRUE(text.starts_with("# My papers\n"));
  EXPECT_NE(text.find("lie in `../digests/`"), text.npos);
  EXPECT_EQ(text.find("CONTENT"), text.npos);
}

TEST(NewSiteTest, WorkflowIsYaml) {
  const std::string text =
      FilesOf(SiteConfig(), std::nullopt)[".github/workflows/pages.yml"];
  Diagnostics diagnostics;
  const data::Value workflow =
      data::ParseYaml(text, "pages.yml", 1, diagnostics);
  EXPECT_TRUE(diagnostics.list().empty());
  ASSERT_NE(workflow.AsObject(), nullptr);
  ASSERT_NE(workflow.AsObject()->Find("jobs"), nullptr);
}

TEST(NewSiteTest, AddressesAreSplitBehindTheHost) {
  std::string url;
  std::string baseurl;
  SplitAddress("https://example.org/a/b/", &url, &baseurl);
  EXPECT_EQ(url, "https://example.org");
  EXPECT_EQ(baseurl, "/a/b/");
  SplitAddress("https://example.org", &url, &baseurl);
  EXPECT_EQ(url, "https://example.org");
  EXPECT_EQ(baseurl, "");
  SplitAddress("example.org/a", &url, &baseurl);
  EXPECT_EQ(url, "example.org/a");
}

}  // namespace
}  // namespace offprint
