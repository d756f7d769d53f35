#include "search/tiers.h"

#include <gtest/gtest.h>

#include <utility>
#include <vector>

#include "unit/search/test_archive.h"

namespace offprint::search {
namespace {

Date DayNumber(int day) { return DateFromDays(20'000 + day); }

// `days` days of 100 new papers each; the last sees the first paper again.
std::vector<Digest> DaysOfPapers(int days) {
  std::vector<Digest> digests;
  for (int day = 0; day < days; ++day) {
    const auto first = static_cast<size_t>(day) * 100;
    digests.push_back(TestDigest(DayNumber(day), first, first + 100));
  }
  Digest& last = digests.back();
  last.entries.push_back(TestEntry(&last, 0, DayNumber(days - 1)));
  last.entries.back().score = 9;
  return digests;
}

TEST(TiersTest, ASmallArchiveIsOneTier) {
  const TestSite test(DaysOfPapers(20));
  const std::vector<Tier> tiers = PlanTiers(test.archive);
  ASSERT_EQ(tiers.size(), 1U);
  EXPECT_EQ(tiers[0].members.size(), 2000U);
  EXPECT_TRUE(tiers[0].replaces.empty());
}

TEST(TiersTest, AnArchiveWithoutPapersHasNone) {
  EXPECT_TRUE(PlanTiers(Archive()).empty());
}

TEST(TiersTest, PapersAreNewestAndBestFirst) {
  const TestSite test(DaysOfPapers(3));
  const std::vector<Tier> tiers = PlanTiers(test.archive);
  const auto id = [&](size_t number) {
    return test.archive.papers[tiers[0].members[number].paper].id.value;
  };
  EXPECT_EQ(id(0), "2601.00000");  // scored, of the last day
  EXPECT_EQ(id(1), "2601.00200");
  EXPECT_EQ(id(100), "2601.00299");
  EXPECT_EQ(id(101), "2601.00100");
}

TEST(TiersTest, TheOlderTierIsTheArchiveAsItWas) {
  // Steps of 1,024: the second is reached on the 21st day of 100.
  const TestSite test(DaysOfPapers(30));
  const std::vector<Tier> tiers = PlanTiers(test.archive);
  ASSERT_EQ(tiers.size(), 2U);
  EXPECT_EQ(tiers[0].members.size(), 901U);
  EXPECT_EQ(tiers[1].members.size(), 2100U);
  EXPECT_EQ(tiers[1].until, 20U);
  ASSERT_EQ(tiers[0].replaces.size(), 1U);
  const Member& old = tiers[1].members[tiers[0].replaces[0]];
  EXPECT_EQ(test.archive.papers[old.paper].id.value, "2601.00000");
  EXPECT_EQ(old.last_day, 0U);
  EXPECT_FALSE(old.score);
}

TEST(TiersTest, ANewDayLeavesTheOlderTierAlone) {
  const TestSite before(DaysOfPapers(29));
  const TestSite after(DaysOfPapers(30));
  const Tier old = PlanTiers(before.archive).at(1);
  const Tier now = PlanTiers(after.archive).at(1);
  ASSERT_EQ(old.members.size(), now.members.size());
  for (size_t i = 0; i < old.members.size(); ++i) {
    EXPECT_EQ(before.archive.papers[old.members[i].paper].id,
              after.archive.papers[now.members[i].paper].id);
  }
}

}  // namespace
}  // namespace offprint::search
