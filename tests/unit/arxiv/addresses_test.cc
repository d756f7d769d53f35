#include "arxiv/addresses.h"

#include <gtest/gtest.h>

namespace offprint::arxiv {
namespace {

TEST(AddressesTest, TheApiIsAskedByCategoriesAndDaysOfSubmission) {
  EXPECT_EQ(
      SearchUrl(
          "https://x.example/q",
          {{"cs.CV", "hep-th", "math"}, {2026, 1, 5}, {2026, 1, 6}, 200, 100}),
      "https://x.example/q?search_query=%28cat:cs.CV+OR+cat:hep-th+OR+"
      "cat:math.%2A%29+AND+submittedDate:%5B202601050000+TO+202601062359%5D"
      "&sortBy=submittedDate&sortOrder=ascending&start=200&max_results=100");
}

TEST(AddressesTest, SetsAreGroupArchiveAndCategory) {
  const auto set = [](const char* category) {
    const std::string url = OaiUrl("b", category, {2026, 1, 5}, {2026, 1, 6});
    const size_t start = url.find("&set=") + 5;
    return url.substr(start, url.find('&', start) - start);
  };
  EXPECT_EQ(set("cs.CV"), "cs:cs:CV");
  EXPECT_EQ(set("cs"), "cs");
  EXPECT_EQ(set("hep-th"), "physics:hep-th");
  EXPECT_EQ(set("astro-ph.GA"), "physics:astro-ph:GA");
  EXPECT_EQ(set("q-bio.BM"), "q-bio:q-bio:BM");
  EXPECT_EQ(OaiUrl("b", "cs", {2026, 1, 5}, {2026, 1, 6}),
            "b?verb=ListRecords&metadataPrefix=arXiv&set=cs&from=2026-01-05"
            "&until=2026-01-06");
}

TEST(AddressesTest, TokensAreEncoded) {
  EXPECT_EQ(OaiUrl("b", "a|b&c=d"),
            "b?verb=ListRecords&resumptionToken=a%7Cb%26c%3Dd");
}

TEST(AddressesTest, FeedsTakeSeveralCategories) {
  EXPECT_EQ(AnnouncementsUrl("b", {"cs.CV", "cs.CL"}), "b/cs.CV+cs.CL");
}

TEST(AddressesTest, CategoriesHaveAForm) {
  for (const char* good : {"cs.CV", "hep-th", "cond-mat.mtrl-sci", "math"}) {
    EXPECT_TRUE(IsCategory(good)) << good;
  }
  for (const char* bad : {"", "cs.", ".CV", "cs.CV.x", "cs CV", "cs.CV&a=b"}) {
    EXPECT_FALSE(IsCategory(bad)) << bad;
  }
}

}  // namespace
}  // namespace offprint::arxiv
