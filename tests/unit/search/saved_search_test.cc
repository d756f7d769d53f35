#include "search/saved_search.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

#include "unit/feeds/small_site.h"

namespace offprint::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

// Beside the three papers of the small site, "New" of another year.
std::vector<Digest> Digests() {
  std::vector<Digest> digests = SmallDigests();
  Digest more;
  const Date day{2025, 12, 31};
  more.days = {day};
  Entry entry = MakeEntry("2512.00009", "扩散模型 for Ｖideo", day, "Vision");
  entry.original_title = "Diffusion Models";
  entry.source = "arxiv";
  entry.score = 8.25;
  entry.links.code = "https://example.org/code";
  entry.authors = NameList("Grace Old");
  more.entries = {entry};
  digests.push_back(std::move(more));
  return digests;
}

// The identities that a query finds, newest first.
std::vector<std::string> Found(std::string_view query, size_t limit = 10) {
  const SmallSite small(Digests());
  const auto found = FindNewest(small.site, {query}, limit, 2);
  std::vector<std::string> ids;
  for (const PaperIndex paper : found.at(0)) {
    ids.push_back(small.archive.papers[paper].id.value);
  }
  return ids;
}

TEST(SavedSearchTest, TermsStandInTitlesAuthorsAndTexts) {
  EXPECT_THAT(Found("old"), ElementsAre("2601.00001", "2512.00009"));
  EXPECT_THAT(Found("title:old"), ElementsAre("2601.00001"));
  EXPECT_THAT(Found("author:old"), ElementsAre("2512.00009"));
  EXPECT_THAT(Found("author:\"ada l\""), ElementsAre("2601.00001"));
  EXPECT_THAT(Found("VIDEO"), ElementsAre("2512.00009"));
  EXPECT_THAT(Found("vide"), IsEmpty());
  EXPECT_THAT(Found("散模"), ElementsAre("2512.00009"));
  EXPECT_THAT(Found("title:\"diffusion models\""), ElementsAre("2512.00009"));
}

TEST(SavedSearchTest, MarkdownIsReadAsPlainText) {
  EXPECT_THAT(Found("\"about old things\""), ElementsAre("2601.00001"));
}

TEST(SavedSearchTest, ExclusionsTakeAway) {
  EXPECT_THAT(Found("old -video"), ElementsAre("2601.00001"));
  EXPECT_THAT(Found("-old"), ElementsAre("2601.00002", "10.1101/2026.01.20.1"));
  EXPECT_THAT(Found("old -topic:vision"), ElementsAre("2601.00001"));
}

TEST(SavedSearchTest, FiltersNarrow) {
  EXPECT_THAT(Found("topic:vision"), ElementsAre("2601.00002", "2512.00009"));
  EXPECT_THAT(Found("source:arXiv"), ElementsAre("2512.00009"));
  EXPECT_THAT(Found("id:2601.00001v7"), ElementsAre("2601.00001"));
  EXPECT_THAT(Found("code:yes"), ElementsAre("2512.00009"));
  EXPECT_THAT(Found("code:no"), SizeIs(3));
  EXPECT_THAT(Found("topic:vision score:8..8.5"), ElementsAre("2512.00009"));
  EXPECT_THAT(Found("score:>8.25"), ElementsAre("2601.00002"));
  EXPECT_THAT(Found("-score:0"), ElementsAre("10.1101/2026.01.20.1"));
}

TEST(SavedSearchTest, ADateIsAnyDayOnWhichAPaperWasSeen) {
  EXPECT_THAT(Found("date:2026-01-22"), ElementsAre("2601.00001"));
  EXPECT_THAT(Found("date:..2025"), ElementsAre("2512.00009"));
  EXPECT_THAT(Found("date:2026-01-23.."), SizeIs(3));
  EXPECT_THAT(Found("date:2026-02"), IsEmpty());
  EXPECT_THAT(Found("-date:2026"), ElementsAre("2512.00009"));
}

TEST(SavedSearchTest, ATopicsOwnNameGoesBeforeThoseThatContainIt) {
  EXPECT_THAT(Found("topic:模型"), ElementsAre("2601.00001"));  // 大模型
  EXPECT_THAT(Found("topic:visio"), IsEmpty());
}

TEST(SavedSearchTest, AnIdentityAsksForThatPaperAlone) {
  EXPECT_THAT(Found("arxiv.org/abs/2601.00001v2"), ElementsAre("2601.00001"));
  EXPECT_THAT(Found("doi:10.1101/2026.01.20.1"),
              ElementsAre("10.1101/2026.01.20.1"));
  EXPECT_THAT(Found("2601.99999"), IsEmpty());
}

TEST(SavedSearchTest, GivesTheWholeDayThatTheLimitCuts) {
  EXPECT_THAT(Found("date:2000..", 1), SizeIs(3));
  EXPECT_THAT(Found("date:2000..", 3), SizeIs(3));
  EXPECT_THAT(Found("date:2000..", 4), SizeIs(4));
}

// Over many blocks, each query stops by itself.
TEST(SavedSearchTest, ReadsOnUntilEveryQueryHasEnough) {
  Digest digest;
  std::vector<std::string> titles;
  for (int i = 0; i < 3000; ++i) {
    titles.push_back((i % 1000 == 7 ? "rare " : "common ") + std::to_string(i));
  }
  for (int i = 0; i < 3000; ++i) {
    Entry entry =
        MakeEntry("2601." + std::to_string(10000 + i),
                  titles[static_cast<size_t>(i)], DateFromDays(20000 + i), "");
    digest.days.push_back(*entry.day);
    digest.entries.push_back(entry);
  }
  std::vector<Digest> digests;
  digests.push_back(std::move(digest));
  const SmallSite small(std::move(digests));
  const auto found = FindNewest(small.site, {"common", "rare", "absent"}, 2, 3);
  EXPECT_THAT(found[0], ElementsAre(0, 1));
  EXPECT_THAT(found[1], ElementsAre(992, 1992));
  EXPECT_THAT(found[2], IsEmpty());
}

}  // namespace
}  // namespace offprint::search
