#include "pages/site.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <numeric>

namespace offprint {
namespace {

using ::testing::ElementsAre;

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
  SiteConfig config;
  config.author_min_papers = 1;
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

// A topic of so many papers, two a page.
Site LongList(size_t papers, Archive* archive, SiteConfig* config) {
  *archive = SmallArchive();
  archive->topics[0].papers.resize(papers);
  std::iota(archive->topics[0].papers.begin(), archive->topics[0].papers.end(),
            PaperIndex{0});
  archive->papers.resize(papers, archive->papers[0]);
  config->paginate = 2;
  Diagnostics diagnostics;
  return PlanSite(*archive, *config, diagnostics);
}

// The papers of the page at an address, as distances from the oldest.
std::vector<size_t> FromOldest(const Site& site, const std::string& address) {
  std::vector<size_t> papers;
  for (const Page& page : site.pages) {
    if (page.permalink.value != address) continue;
    for (const PaperIndex paper : PapersOf(site, page)) {
      papers.push_back(ListOf(site, page).size() - 1 - paper);
    }
  }
  return papers;
}

TEST(SiteTest, LongListsAreCutIntoPagesThatStayAsTheyGrow) {
  Archive archive;
  SiteConfig config;
  Site site = LongList(3, &archive, &config);
  EXPECT_THAT(FromOldest(site, "/topics/cs.cl/"), ElementsAre(2, 1, 0));
  EXPECT_FALSE(HasPage(site, "/topics/cs.cl/page/1/"));
  site = LongList(4, &archive, &config);
  EXPECT_THAT(FromOldest(site, "/topics/cs.cl/"), ElementsAre(3, 2));
  EXPECT_THAT(FromOldest(site, "/topics/cs.cl/page/1/"), ElementsAre(1, 0));
  site = LongList(7, &archive, &config);
  EXPECT_THAT(FromOldest(site, "/topics/cs.cl/"), ElementsAre(6, 5, 4));
  EXPECT_THAT(FromOldest(site, "/topics/cs.cl/page/2/"), ElementsAre(3, 2));
  EXPECT_THAT(FromOldest(site, "/topics/cs.cl/page/1/"), ElementsAre(1, 0));
  EXPECT_FALSE(HasPage(site, "/topics/cs.cl/page/3/"));
}

TEST(SiteTest, PagesOfAListKnowTheirNeighbours) {
  Archive archive;
  SiteConfig config;
  const Site site = LongList(7, &archive, &config);
  const Page& newest = site.pages[site.topic_pages[0]];
  EXPECT_TRUE(IsNewestOfList(site, newest));
  EXPECT_EQ(NewerOfList(site, newest), kNoIndex);
  const Page& middle = site.pages[OlderOfList(site, newest)];
  EXPECT_EQ(middle.permalink.value, "/topics/cs.cl/page/2/");
  EXPECT_FALSE(IsNewestOfList(site, middle));
  EXPECT_EQ(site.Address(NewerOfList(site, middle)), "/topics/cs.cl/");
  const Page& oldest = site.pages[OlderOfList(site, middle)];
  EXPECT_EQ(oldest.permalink.value, "/topics/cs.cl/page/1/");
  EXPECT_EQ(OlderOfList(site, oldest), kNoIndex);
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

TEST(SiteTest, NoFileStandsInPlaceOfAFolder) {
  Archive archive = SmallArchive();
  archive.papers[0].id = {PaperId::Kind::kDoi, "10.1/a"};
  archive.papers.push_back(archive.papers[0]);
  archive.papers[1].id.value = "10.1/a.html/b";
  SiteConfig config;
  Diagnostics diagnostics;
  PlanSite(archive, config, diagnostics);
  EXPECT_EQ(diagnostics.errors(), 0U);
  config.permalinks.paper = "/papers/:id.html";
  PlanSite(archive, config, diagnostics);
  ASSERT_EQ(diagnostics.errors(), 1U);
  EXPECT_EQ(FormatDiagnostic(diagnostics.list()[0]),
            "error: paper 10.1/a.html/b and paper 10.1/a need "
            "papers/10.1/a.html as a folder and as a file; change one of their "
            "permalinks in site.yml");
}

}  // namespace
}  // namespace offprint
