#include "feeds/site_feeds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "feeds/api.h"
#include "feeds/search_feeds.h"
#include "output/memory_sink.h"
#include "unit/feeds/small_site.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

struct Written {
  MemorySink::Files files;
  std::vector<std::string> messages;
};

Written WriteAll(const Site& site) {
  MemorySink sink;
  Diagnostics diagnostics;
  WriteFeeds(site, ContentHashes(site, 1), 2, {}, sink, diagnostics);
  Written written{sink.files(), {}};
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    written.messages.push_back(FormatDiagnostic(diagnostic));
  }
  return written;
}

std::vector<std::string> Paths(const MemorySink::Files& files) {
  std::vector<std::string> paths;
  for (const auto& [path, bytes] : files) paths.push_back(path);
  return paths;
}

TEST(SiteFeedsTest, WritesEveryFile) {
  const SmallSite small;
  const Written written = WriteAll(small.site);
  EXPECT_THAT(
      Paths(written.files),
      ElementsAre("api/days/2026-01-22.json", "api/days/2026-01-23.json",
                  "api/index.json", "api/latest.json", "api/papers/1.json",
                  "feed.xml", "opensearch.xml", "robots.txt", "sitemap.xml",
                  "topics/vision/feed.xml", "topics/大模型/feed.xml"));
  EXPECT_THAT(written.messages, IsEmpty());
  EXPECT_THAT(written.files.at("robots.txt"),
              HasSubstr("Sitemap: https://example.org/p/sitemap.xml\n"));
}

TEST(SiteFeedsTest, TheTitleOfAWithdrawnPaperSaysSo) {
  SmallSite small;
  Metadata metadata;
  metadata.withdrawn = true;
  const auto old =
      std::ranges::find(small.archive.papers, "Old", &Paper::title);
  ASSERT_NE(old, small.archive.papers.end());
  old->metadata = &metadata;
  EXPECT_THAT(WriteAll(small.site).files.at("feed.xml"),
              HasSubstr("<title>[已撤稿] Old</title>"));
  small.config.lang = "en-GB";
  const MemorySink::Files files = WriteAll(small.site).files;
  for (const char* feed : {"feed.xml", "topics/大模型/feed.xml"}) {
    EXPECT_THAT(files.at(feed), HasSubstr("<title>[Withdrawn] Old</title>"));
  }
}

TEST(SiteFeedsTest, ABrowsersBarIsToldHowToSearch) {
  SiteConfig config = SmallSite::DefaultSettings();
  config.title = "A name of <many> letters";
  const SmallSite small(SmallDigests(), config);
  const std::string xml = WriteAll(small.site).files.at("opensearch.xml");
  EXPECT_THAT(xml, HasSubstr("<ShortName>A name of &lt;many…</ShortName>"));
  EXPECT_THAT(xml, HasSubstr("<Url type=\"text/html\" template=\"https://"
                             "example.org/p/search/?q={searchTerms}\" />"));
  config.search_engine = SearchEngine::kNone;
  const SmallSite silent(SmallDigests(), config);
  EXPECT_FALSE(WriteAll(silent.site).files.contains("opensearch.xml"));
}

TEST(SiteFeedsTest, TheSitemapHasEveryPageButTheErrorPage) {
  const SmallSite small;
  const std::string sitemap = WriteAll(small.site).files.at("sitemap.xml");
  EXPECT_THAT(sitemap,
              HasSubstr("<loc>https://example.org/p/papers/2601.00001/</loc>\n"
                        "<lastmod>2026-01-23</lastmod>"));
  EXPECT_THAT(sitemap,
              HasSubstr("<loc>https://example.org/p/days/2026-01-22/</loc>\n"
                        "<lastmod>2026-01-22</lastmod>"));
  EXPECT_THAT(sitemap, Not(HasSubstr("404")));
  size_t count = 0;
  for (size_t at = 0; (at = sitemap.find("<loc>", at)) != sitemap.npos; ++at) {
    ++count;
  }
  EXPECT_EQ(count, small.site.pages.size() - 1);
}

TEST(SiteFeedsTest, WithoutAHostThereIsOneWarningAndNoSitemap) {
  SiteConfig config = SmallSite::DefaultSettings();
  config.url.clear();
  const SmallSite small(SmallDigests(), config);
  const Written written = WriteAll(small.site);
  EXPECT_FALSE(written.files.contains("sitemap.xml"));
  EXPECT_EQ(written.files.at("robots.txt"), "User-agent: *\nDisallow:\n");
  EXPECT_THAT(written.messages,
              ElementsAre("warning: site.yml has no \"url\": feeds and JSON "
                          "have addresses without a host, and there is no "
                          "sitemap; set it to where the site will stand, such "
                          "as https://example.org"));
}

TEST(SiteFeedsTest, XmllintTakesTheFeedsForWellFormed) {
  ASSERT_EQ(std::system("xmllint --version >/dev/null 2>&1"), 0)
      << "install libxml2-utils, or run ./setup test, which does";
  const SmallSite small;
  for (const auto& [path, bytes] : WriteAll(small.site).files) {
    if (!path.ends_with(".xml")) continue;
    const std::string file = ::testing::TempDir() + "offprint-feed.xml";
    std::ofstream(file) << bytes;
    EXPECT_EQ(std::system(("xmllint --noout " + file).c_str()), 0) << path;
  }
}

TEST(ApiTest, TheIndexSaysWhatThereIs) {
  const SmallSite small;
  EXPECT_EQ(
      WriteAll(small.site).files.at("api/index.json"),
      R"({"api":1,"title":"论文","description":null,)"
      R"("url":"https://example.org/p/","papers":3,"entries":4,)"
      R"("latest":"https://example.org/p/api/latest.json",)"
      R"("pages":["https://example.org/p/api/papers/1.json"],)"
      R"("days":[{"date":"2026-01-23",)"
      R"("url":"https://example.org/p/days/2026-01-23/",)"
      R"("api":"https://example.org/p/api/days/2026-01-23.json","papers":3},)"
      R"({"date":"2026-01-22","url":"https://example.org/p/days/2026-01-22/",)"
      R"("api":"https://example.org/p/api/days/2026-01-22.json","papers":1}],)"
      R"("topics":[{"name":"Vision",)"
      R"("url":"https://example.org/p/topics/vision/",)"
      R"("feed":"https://example.org/p/topics/vision/feed.xml","papers":1},)"
      R"({"name":"大模型",)"
      R"("url":"https://example.org/p/topics/%E5%A4%A7%E6%A8%A1%E5%9E%8B/",)"
      R"("feed":"https://example.org/p/topics/%E5%A4%A7%E6%A8%A1%E5%9E%8B/)"
      R"(feed.xml","papers":1}]})");
}

TEST(ApiTest, ADayHasEveryEntryWithItsSections) {
  const SmallSite small;
  const Written written = WriteAll(small.site);
  EXPECT_EQ(
      written.files.at("api/days/2026-01-22.json"),
      R"({"date":"2026-01-22","url":"https://example.org/p/days/2026-01-22/",)"
      R"("papers":1,"previous":null,)"
      R"("next":"https://example.org/p/api/days/2026-01-23.json",)"
      R"("entries":[{"id":"2601.00001","kind":"arxiv","version":null,)"
      R"("title":"Old","original_title":null,"title_note":null,)"
      R"("url":"https://example.org/p/papers/2601.00001/",)"
      R"("authors":["Ada L.","李雷"],"topic":"大模型","source":null,)"
      R"("published":null,"score":null,)"
      R"("links":{"abs":null,"pdf":null,"html":null,"code":null},)"
      R"("sections":{"abstract":"About *old* things."},)"
      R"("digest":{"name":"","dialect":"scored-list"},"repeats":0}]})");
  EXPECT_EQ(written.files.at("api/latest.json"),
            written.files.at("api/days/2026-01-23.json"));
}

TEST(ApiTest, DaysAreLeftOutWhereTheSettingsSaySo) {
  SmallSite small;
  small.config.api_days = false;
  const Written written = WriteAll(small.site);
  EXPECT_FALSE(written.files.contains("api/days/2026-01-22.json"));
  EXPECT_THAT(written.files.at("api/index.json"), HasSubstr(R"("api":null)"));
  EXPECT_THAT(written.files.at("api/latest.json"),
              HasSubstr(R"("date":"2026-01-23")"));
  EXPECT_THAT(written.files.at("api/latest.json"),
              HasSubstr(R"("previous":null)"));
}

TEST(ApiTest, APageOfPapersHasOneObjectAPaper) {
  const SmallSite small;
  const std::string page = WriteAll(small.site).files.at("api/papers/1.json");
  EXPECT_THAT(page,
              ::testing::StartsWith(R"({"page":1,"next":null,"papers":[)"));
  EXPECT_THAT(
      page,
      HasSubstr(
          R"({"id":"2601.00001","kind":"arxiv","title":"Old",)"
          R"("original_title":null,)"
          R"("url":"https://example.org/p/papers/2601.00001/",)"
          R"("authors":["Ada L.","李雷"],"topics":["大模型"],"versions":[2],)"
          R"("days":["2026-01-22","2026-01-23"],"published":null,"score":5.5,)"
          R"("links":{"abs":"https://arxiv.org/abs/2601.00001v2","pdf":null,)"
          R"("html":null,"code":null},"entries":2,"metadata":null})"));
}

TEST(ApiTest, ALongArchiveIsCutIntoPages) {
  std::vector<std::string> ids;
  for (int i = 0; i < 501; ++i) ids.push_back(std::to_string(2601010000 + i));
  std::vector<Digest> digests(1);
  for (std::string& id : ids) {
    id.insert(4, ".");
    id.erase(5, 1);
    digests[0].entries.push_back(MakeEntry(id, "T", {2026, 1, 23}, ""));
  }
  const SmallSite small(std::move(digests));
  const MemorySink::Files files = WriteAll(small.site).files;
  EXPECT_THAT(files.at("api/papers/1.json"),
              ::testing::StartsWith(
                  R"({"page":1,)"
                  R"("next":"https://example.org/p/api/papers/2.json",)"));
  EXPECT_THAT(files.at("api/papers/2.json"),
              ::testing::StartsWith(R"({"page":2,"next":null,)"));
}

TEST(ApiTest, SectionsOfOneKeyAreJoined) {
  Entry entry = MakeEntry("2601.00001", "T", {2026, 1, 23}, "");
  entry.sections = {{SectionKey::kAbstract, "a"},
                    {SectionKey::kResult, "r"},
                    {SectionKey::kAbstract, "b"}};
  std::vector<Digest> digests(1);
  digests[0].entries = {entry};
  const SmallSite small(std::move(digests));
  EXPECT_THAT(WriteAll(small.site).files.at("api/latest.json"),
              HasSubstr(R"("sections":{"abstract":"a\n\nb","result":"r"})"));
}

TEST(ApiTest, AnEmptyArchiveHasALatestDayOfNull) {
  const SmallSite small(std::vector<Digest>{});
  EXPECT_EQ(WriteAll(small.site).files.at("api/latest.json"),
            R"({"date":null,"url":null,"papers":0,"previous":null,)"
            R"("next":null,"entries":[]})");
}

SiteConfig WithFeeds(std::vector<SavedSearch> feeds) {
  SiteConfig config = SmallSite::DefaultSettings();
  config.feeds = std::move(feeds);
  return config;
}

TEST(SearchFeedsTest, ASavedSearchIsAFeed) {
  const SmallSite small(SmallDigests(),
                        WithFeeds({{"topic:大模型", "Big & <bold>", {"大模型"}},
                                   {"absent+x", "absent+x", {"absent"}}}));
  MemorySink sink;
  WriteSearchFeeds(small.site, 1, sink);
  const MemorySink::Files files = sink.files();
  EXPECT_THAT(Paths(files),
              ElementsAre("feeds/absent.xml", "feeds/大模型.xml"));
  const std::string& feed = files.at("feeds/大模型.xml");
  EXPECT_THAT(feed, HasSubstr("<title>Big &amp; &lt;bold&gt; · 论文</title>"));
  EXPECT_THAT(feed, HasSubstr("<title>Old</title>"));
  EXPECT_THAT(feed, Not(HasSubstr("<title>Cells</title>")));
  EXPECT_THAT(feed, HasSubstr("rel=\"self\" type=\"application/atom+xml\" "
                              "href=\"https://example.org/p/feeds/"
                              "%E5%A4%A7%E6%A8%A1%E5%9E%8B.xml\""));
  EXPECT_THAT(files.at("feeds/absent.xml"),
              HasSubstr("href=\"https://example.org/p/search/?q=absent%2Bx\""));
}

TEST(SearchFeedsTest, ASearchFeedHasTheNewestAndBestPapers) {
  SiteConfig config = WithFeeds({{"date:2026", "2026", {"y"}}});
  config.feed_entries = 1;
  const SmallSite small(SmallDigests(), config);
  MemorySink sink;
  WriteSearchFeeds(small.site, 2, sink);
  const std::string feed = sink.files().at("feeds/y.xml");
  EXPECT_THAT(feed, HasSubstr("<title>Best &amp; \"&lt;newest&gt;\"</title>"));
  EXPECT_THAT(feed, Not(HasSubstr("<title>Old</title>")));
}

}  // namespace
}  // namespace offprint
