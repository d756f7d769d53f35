#include "pages/site.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace offprint {
namespace {

Archive SmallArchive() {
  Archive archive;
  archive.days.push_back({{2026, 1, 5}, {}, {}, 0});
  Paper paper;
  paper.id = {PaperId::Kind::kArxiv, "1706.03762"};
  paper.title = "Attention";
  archive.papers.push_back(paper);
  archive.topics.push_back({"cs.CL", {"cs.cl"}, {0, 0, 0}});
  archive.authors.push_back({"Noam Shazeer", {"noam-shazeer"}, {0}});
  return archive;
}

bool HasPage(const Site& site, const std::string& address) {
  return std::any_of(
      site.pages.begin(), site.pages.end(),
      [&](const Page& page) { return page.permalink.value == address; });
}

TEST(SiteTest, EveryKindOfPageHasItsAddress) {
  const Archive archive = SmallArchive();
  const SiteConfig config;
  Diagnostics diagnostics;
  const Site site = PlanSite(archive, config, diagnostics);
  for (const char* address :
       {"/", "/days/2026-01-05/", "/topics/", "/topics/cs.cl/",
        "/papers/1706.03762/", "/authors/noam-shazeer/", "/archive/",
        "/404.html"}) {
    EXPECT_TRUE(HasPage(site, address)) << address;
  }
  EXPECT_TRUE(diagnostics.list().empty());
}

TEST(SiteTest, LongListsAreCutIntoPages) {
  const Archive archive = SmallArchive();
  SiteConfig config;
  config.paginate = 2;
  Diagnostics diagnostics;
  const Site site = PlanSite(archive, config, diagnostics);
  EXPECT_TRUE(HasPage(site, "/topics/cs.cl/page/2/"));
  EXPECT_FALSE(HasPage(site, "/topics/cs.cl/page/3/"));
}

TEST(SiteTest, AuthorsWithFewPapersMayHaveNoPage) {
  const Archive archive = SmallArchive();
  SiteConfig config;
  config.author_min_papers = 2;
  Diagnostics diagnostics;
  const Site site = PlanSite(archive, config, diagnostics);
  EXPECT_FALSE(HasPage(site, "/authors/noam-shazeer/"));
  EXPECT_EQ(site.author_pages[0], kNoIndex);
}

TEST(SiteTest, AClashNamesBothPages) {
  const Archive archive = SmallArchive();
  SiteConfig config;
  config.permalinks.topics = "/archive/";
  Diagnostics diagnostics;
  PlanSite(archive, config, diagnostics);
  ASSERT_EQ(diagnostics.errors(), 1U);
  EXPECT_EQ(FormatDiagnostic(diagnostics.list()[0]),
            "error: the page \"topics\" and the page \"archive\" would both "
            "be archive/index.html; change one of their permalinks in "
            "site.yml");
}

}  // namespace
}  // namespace offprint
