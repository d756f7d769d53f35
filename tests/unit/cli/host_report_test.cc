#include "cli/host_report.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace offprint {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

constexpr uint64_t kMegabyte = 1'000'000;

HostUse HalfOfEach() {
  HostUse use;
  use.bytes = 500 * kMegabyte;
  use.largest_file = "search/t.json";
  use.largest_bytes = 50 * kMegabyte;
  use.jekyll_seconds = 300;
  use.parts = {{"paper", 20'000, 170 * kMegabyte},
               {"author", 2000, 90 * kMegabyte},
               {"search", 300, 60 * kMegabyte},
               {"api", 900, 40 * kMegabyte},
               {"topic", 40, 30 * kMegabyte}};
  return use;
}

TEST(HostReportTest, TellsTheShareOfEachLimit) {
  EXPECT_EQ(SummaryOf(HalfOfEach()),
            "50 % of 1 GB, largest file 50 % of 100 MB, Jekyll by estimate "
            "50 % of 10 min");
  HostUse use;
  use.bytes = 1;
  EXPECT_EQ(SummaryOf(use), "under 1 % of 1 GB, largest file 0 % of 100 MB");
}

TEST(HostReportTest, IsSilentFarFromTheLimits) {
  EXPECT_THAT(HostWarnings(HalfOfEach(), SiteConfig()), IsEmpty());
}

TEST(HostReportTest, ALargeSiteIsToldWhatSavesHowMuch) {
  HostUse use = HalfOfEach();
  use.bytes = 800 * kMegabyte;
  SiteConfig config;
  EXPECT_THAT(
      HostWarnings(use, config),
      ElementsAre(HasSubstr("800.0 MB of the 1 GB"),
                  HasSubstr("\"lean: true\" leaves out of pages what they can "
                            "do without: about 50.0 MB"),
                  HasSubstr("min_papers: 3"),
                  HasSubstr("pages of authors: 90.0 MB in 2,000 files"),
                  HasSubstr("{days: false}"), HasSubstr("{engine: none}"),
                  HasSubstr("a host without such a limit")));
  config.lean = true;
  config.author_min_papers = 3;
  config.api_days = false;
  config.search_engine = SearchEngine::kNone;
  EXPECT_THAT(HostWarnings(use, config),
              ElementsAre(HasSubstr("of the 1 GB"), HasSubstr("pages: false"),
                          HasSubstr("a host without such a limit")));
}

TEST(HostReportTest, ALargeFileIsNamed) {
  HostUse use = HalfOfEach();
  use.largest_bytes = 80 * kMegabyte;
  EXPECT_THAT(
      HostWarnings(use, SiteConfig()),
      ElementsAre(HasSubstr("search/t.json has 80.0 MB of the 100 MB")));
}

TEST(HostReportTest, JekyllMayTakeTooLong) {
  HostUse use = HalfOfEach();
  use.jekyll_seconds = 480;
  EXPECT_THAT(HostWarnings(use, SiteConfig()),
              ElementsAre(HasSubstr("Jekyll may take")));
}

}  // namespace
}  // namespace offprint
