#include "remote/feed.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace offprint::remote {
namespace {

using ::testing::HasSubstr;

constexpr const char* kUrl = "https://a.example/x/feed.xml";

Feed Atom(const std::string& entries) {
  return ParseFeed(
      "<feed xmlns='http://www.w3.org/2005/Atom'>" + entries + "</feed>", kUrl);
}

TEST(Feed, TakesTheLinkThatIsMostLikelyADigest) {
  const Feed feed = Atom(
      "<entry><updated>2026-01-24T08:00:00Z</updated>"
      "<link href='/post' type='text/html'/><link href='plain'/>"
      "<link rel='enclosure' href='../a.md#top'/></entry>"
      "<entry><link href='plain'/></entry>"
      "<entry><link href='/b.php' type='text/markdown'/></entry>");
  ASSERT_EQ(feed.problem, "");
  ASSERT_EQ(feed.entries.size(), 3U);
  EXPECT_EQ(feed.entries[0].url, "https://a.example/a.md");
  EXPECT_EQ(feed.entries[0].day, (Date{2026, 1, 24}));
  EXPECT_EQ(feed.entries[0].updated, "2026-01-24T08:00:00Z");
  EXPECT_EQ(feed.entries[1].url, "https://a.example/x/plain");
  EXPECT_EQ(feed.entries[2].url, "https://a.example/b.php");
}

TEST(Feed, CountsEntriesWithoutADigest) {
  const Feed feed = Atom(
      "<entry><link href='/post.html'/><content type='html'># No</content>"
      "</entry><entry><link href='file:///etc/x.md'/></entry>"
      "<entry><link href='javascript:x.md'/></entry><entry/>"
      "<entry><link rel='self' href='/a.md'/></entry>");
  EXPECT_TRUE(feed.entries.empty());
  EXPECT_EQ(feed.without_digest, 5U);
}

TEST(Feed, TakesMarkdownThatEntriesHold) {
  const Feed feed = Atom(
      "<entry><id>tag:a</id><link href='/post'/>"
      "<content># One<![CDATA[<b>]]></content></entry>");
  ASSERT_EQ(feed.entries.size(), 1U);
  EXPECT_EQ(feed.entries[0].id, "tag:a");
  EXPECT_EQ(feed.entries[0].text, "# One<b>");
  EXPECT_EQ(feed.entries[0].url, "");
}

TEST(Feed, ReadsRss) {
  const Feed feed = ParseFeed(
      "<rss version='2.0'><channel><item><link> /a.md </link>"
      "<pubDate>Sat, 3 Jan 2026 08:00:00 GMT</pubDate></item>"
      "<item><guid>g</guid><source:markdown>plain</source:markdown></item>"
      "<item><guid>h</guid><description>plain</description></item>"
      "</channel></rss>",
      kUrl);
  ASSERT_EQ(feed.entries.size(), 2U);
  EXPECT_EQ(feed.entries[0].url, "https://a.example/a.md");
  EXPECT_EQ(feed.entries[0].day, (Date{2026, 1, 3}));
  EXPECT_EQ(feed.entries[1].text, "plain");
  EXPECT_EQ(feed.without_digest, 1U);
}

TEST(Feed, ReadsRss1) {
  const Feed feed = ParseFeed(
      "<rdf:RDF><channel/><item><link>/a.md</link>"
      "<dc:date>2026-01-24</dc:date></item></rdf:RDF>",
      kUrl);
  ASSERT_EQ(feed.entries.size(), 1U);
  EXPECT_EQ(feed.entries[0].day, (Date{2026, 1, 24}));
}

TEST(Feed, ExpandsNoEntities) {
  const Feed feed = ParseFeed(
      "<!DOCTYPE feed [<!ENTITY a 'xx'><!ENTITY e SYSTEM "
      "'file:///etc/passwd'>]>"
      "<feed><entry><id>1</id><content># &a;&e;</content></entry></feed>",
      kUrl);
  ASSERT_EQ(feed.entries.size(), 1U);
  EXPECT_EQ(feed.entries[0].text, "# &a;&e;");
}

TEST(Feed, SaysWhatIsNone) {
  EXPECT_EQ(ParseFeed("<html/>", kUrl).problem, "it is no feed in Atom or RSS");
  EXPECT_THAT(ParseFeed("{}", kUrl).problem, HasSubstr("it is no XML: "));
  EXPECT_THAT(ParseFeed("", kUrl).problem, HasSubstr("it is no XML: "));
}

}  // namespace
}  // namespace offprint::remote
