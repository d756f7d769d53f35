#include "feeds/atom.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <pugixml.hpp>
#include <string>

#include "feeds/paper_feed.h"
#include "unit/feeds/small_site.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;

TEST(AtomTest, WritesEveryElement) {
  AtomFeed feed;
  feed.id = "https://x.org/feed.xml";
  feed.title = "T";
  feed.subtitle = "S";
  feed.lang = "zh-CN";
  feed.self_url = "https://x.org/feed.xml";
  feed.site_url = "https://x.org/";
  feed.updated = "2026-01-23T00:00:00Z";
  feed.author = "A";
  AtomEntry entry;
  entry.id = "https://x.org/1";
  entry.title = "a < b & \"c\"\x01";
  entry.url = "https://x.org/1?a&b";
  entry.updated = "2026-01-23T00:00:00Z";
  entry.authors = {"Li"};
  entry.categories = {"a\"b"};
  entry.summary = "x\x0By\uFFFF";
  feed.entries = {entry};
  EXPECT_EQ(WriteAtom(feed),
            R"(<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="zh-CN">
<id>https://x.org/feed.xml</id>
<title>T</title>
<subtitle>S</subtitle>
<updated>2026-01-23T00:00:00Z</updated>
<link rel="self" type="application/atom+xml" href="https://x.org/feed.xml" />
<link rel="alternate" type="text/html" href="https://x.org/" />
<author>
<name>A</name>
</author>
<generator>offprint</generator>
<entry>
<id>https://x.org/1</id>
<title>a &lt; b &amp; "c"</title>
<updated>2026-01-23T00:00:00Z</updated>
<link rel="alternate" type="text/html" href="https://x.org/1?a&amp;b" />
<author>
<name>Li</name>
</author>
<category term="a&quot;b" />
<summary>xy</summary>
</entry>
</feed>
)");
}

// What RFC 4287, 4.1.1 and 4.1.2, ask of a feed and its entries.
void ExpectValid(const std::string& xml) {
  pugi::xml_document document;
  ASSERT_TRUE(document.load_string(xml.c_str()));
  const pugi::xml_node feed = document.child("feed");
  const auto expect_one = [](pugi::xml_node node, const char* name) {
    const auto children = node.children(name);
    EXPECT_EQ(std::distance(children.begin(), children.end()), 1) << name;
    EXPECT_STRNE(node.child(name).text().get(), "") << name;
  };
  EXPECT_STREQ(feed.attribute("xmlns").value(), "http://www.w3.org/2005/Atom");
  EXPECT_TRUE(feed.child("author").child("name"));
  for (const char* name : {"id", "title", "updated"}) expect_one(feed, name);
  std::vector<std::string> ids;
  for (const pugi::xml_node entry : feed.children("entry")) {
    for (const char* name : {"id", "title", "updated"}) expect_one(entry, name);
    EXPECT_TRUE(entry.find_child_by_attribute("link", "rel", "alternate"));
    ids.emplace_back(entry.child("id").text().get());
  }
  std::sort(ids.begin(), ids.end());
  EXPECT_EQ(std::unique(ids.begin(), ids.end()), ids.end());
}

TEST(PaperFeedTest, TellsOfPapersNewestAndBestFirst) {
  const SmallSite small;
  const AtomFeed feed = SiteFeed(small.site);
  ASSERT_EQ(feed.entries.size(), 3u);
  EXPECT_EQ(feed.entries[0].title, "Best & \"<newest>\"");
  EXPECT_EQ(feed.entries[1].title, "Old");
  EXPECT_EQ(feed.entries[2].title, "Cells");
  EXPECT_EQ(feed.id, "https://example.org/p/feed.xml");
  EXPECT_EQ(feed.updated, "2026-01-23T00:00:00+08:00");
  EXPECT_EQ(feed.author, "论文");
  ExpectValid(WriteAtom(feed));
}

TEST(PaperFeedTest, APaperSeenAgainIsUpdatedUnderItsOldId) {
  const SmallSite small;
  const AtomEntry entry = SiteFeed(small.site).entries[1];
  EXPECT_EQ(entry.id, "https://example.org/p/papers/2601.00001/");
  EXPECT_EQ(entry.url, entry.id);
  EXPECT_EQ(entry.published, "2026-01-22T00:00:00+08:00");
  EXPECT_EQ(entry.updated, "2026-01-23T00:00:00+08:00");
  EXPECT_EQ(entry.related, "https://arxiv.org/abs/2601.00001");
  EXPECT_EQ(entry.summary, "See $a<b$ & more");
  EXPECT_THAT(entry.authors, ElementsAre("Ada L.", "李雷"));
  EXPECT_THAT(entry.categories, ElementsAre("大模型"));
}

TEST(PaperFeedTest, ALinkOfADigestIsNotFollowedBlindly) {
  Entry entry = MakeEntry("", "No id", {2026, 1, 23}, "");
  entry.links.abs = "javascript:alert(1)";
  std::vector<Digest> digests(1);
  digests[0].entries = {entry};
  const SmallSite small(std::move(digests));
  EXPECT_EQ(SiteFeed(small.site).entries.at(0).related, "");
}

TEST(PaperFeedTest, ATopicHasItsOwn) {
  const SmallSite small;
  for (TopicIndex i = 0; i < small.archive.topics.size(); ++i) {
    if (small.archive.topics[i].name != "大模型") continue;
    const AtomFeed feed = TopicFeed(small.site, i);
    EXPECT_EQ(feed.title, "大模型 · 论文");
    EXPECT_EQ(feed.self_url,
              "https://example.org/p/topics/%E5%A4%A7%E6%A8%A1%E5%9E%8B/"
              "feed.xml");
    EXPECT_EQ(feed.site_url,
              "https://example.org/p/topics/%E5%A4%A7%E6%A8%A1%E5%9E%8B/");
    ASSERT_EQ(feed.entries.size(), 1u);
    EXPECT_EQ(feed.entries[0].title, "Old");
    ExpectValid(WriteAtom(feed));
  }
}

TEST(PaperFeedTest, CutsADayAfterItsBestPapers) {
  SiteConfig config = SmallSite::DefaultSettings();
  config.feed_entries = 1;
  const SmallSite small(SmallDigests(), config);
  const AtomFeed feed = SiteFeed(small.site);
  ASSERT_EQ(feed.entries.size(), 1u);
  EXPECT_EQ(feed.entries[0].title, "Best & \"<newest>\"");
}

TEST(PaperFeedTest, WithoutAHostIdsAreUuids) {
  SiteConfig config = SmallSite::DefaultSettings();
  config.url.clear();
  const SmallSite small(SmallDigests(), config);
  const AtomFeed feed = SiteFeed(small.site);
  EXPECT_EQ(feed.self_url, "/p/feed.xml");
  EXPECT_THAT(feed.id, ::testing::MatchesRegex(
                           "urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-"
                           "[89ab][0-9a-f]{3}-[0-9a-f]{12}"));
  EXPECT_EQ(feed.id, SiteFeed(small.site).id);
  ExpectValid(WriteAtom(feed));
}

TEST(PaperFeedTest, AnEmptyArchiveHasAValidFeed) {
  const SmallSite small(std::vector<Digest>{});
  const AtomFeed feed = SiteFeed(small.site);
  EXPECT_EQ(feed.updated, "1970-01-01T00:00:00Z");
  ExpectValid(WriteAtom(feed));
}

}  // namespace
}  // namespace offprint
