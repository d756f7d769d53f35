#include "pages/permalink.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace offprint {
namespace {

PaperId Doi(const std::string& value) { return {PaperId::Kind::kDoi, value}; }

TEST(PermalinkTest, PlaceholdersAreReplaced) {
  EXPECT_EQ(DayPermalink("/:year/:month/:day.html", {2026, 1, 5}).value,
            "/2026/01/05.html");
  EXPECT_EQ(ExpandPermalink("/topics/:slug/", {{"slug", "多模态"}}).value,
            "/topics/多模态/");
}

TEST(PermalinkTest, UnknownPlaceholdersStay) {
  EXPECT_EQ(ExpandPermalink("/:a/:b", {{"a", "x"}}).value, "/x/:b");
}

TEST(PermalinkTest, ADoiKeepsItsSlash) {
  EXPECT_EQ(PaperPermalink("/papers/:id/", Doi("10.1101/622803")).value,
            "/papers/10.1101/622803/");
}

TEST(PermalinkTest, AnIdNeverLeavesItsFolder) {
  const std::string path =
      PaperPermalink("/papers/:id/", Doi("10.1/../../etc")).value;
  EXPECT_EQ(path.find(".."), std::string::npos) << path;
  const std::string empty = PaperPermalink("/p/:id/", Doi("10.1//x")).value;
  EXPECT_EQ(empty.find("//"), std::string::npos) << empty;
}

TEST(PermalinkTest, AnIdNeverTakesTheFileOfAFolder) {
  for (const char* id :
       {"10.1/a/index.html", "10.1/index.html/a", "10.1/a/INDEX.html"}) {
    const std::string path = PaperPermalink("/papers/:id/", Doi(id)).value;
    EXPECT_EQ(AsciiLower(path).find("index.html"), std::string::npos) << path;
  }
}

TEST(PermalinkTest, IdsThatNeedChangesStayApart) {
  EXPECT_NE(PaperPermalink("/:id/", Doi("10.1/a<b")),
            PaperPermalink("/:id/", Doi("10.1/a>b")));
  EXPECT_NE(PaperPermalink("/:id/", Doi("10.1/a-b")),
            PaperPermalink("/:id/", Doi("10.1/a>b")));
}

TEST(PermalinkTest, ListPagesStandBelowTheList) {
  EXPECT_EQ(ListPermalink({"/topics/x/"}, 2).value, "/topics/x/page/2/");
  EXPECT_EQ(ListPermalink({"/topics/x"}, 2).value, "/topics/x/page/2/");
  EXPECT_EQ(ListPermalink({"/topics/x.html"}, 2).value, "/topics/x/page/2/");
  EXPECT_EQ(FeedPermalink({"/topics/x/"}).value, "/topics/x/feed.xml");
  EXPECT_EQ(FeedPermalink({"/topics/x.html"}).value, "/topics/x/feed.xml");
}

TEST(PermalinkTest, OutputPathsAreWhatAServerGives) {
  EXPECT_EQ(OutputPath({"/"}), "index.html");
  EXPECT_EQ(OutputPath({"/days/2026-01-05/"}), "days/2026-01-05/index.html");
  EXPECT_EQ(OutputPath({"/about"}), "about.html");
  EXPECT_EQ(OutputPath({"/404.html"}), "404.html");
  EXPECT_EQ(OutputPath({"/papers/2601.02360"}), "papers/2601.02360.html");
}

TEST(PermalinkTest, AddressesArePercentEncoded) {
  EXPECT_EQ(EncodePermalink("/topics/多/a b/"), "/topics/%E5%A4%9A/a%20b/");
}

}  // namespace
}  // namespace offprint
