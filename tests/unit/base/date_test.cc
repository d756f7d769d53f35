#include "base/date.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace offprint {
namespace {

using ::testing::Optional;

TEST(ParseDate, ReadsTheFourFormsOfDigests) {
  const Date day{2026, 1, 23};
  EXPECT_THAT(ParseDate("2026-01-23"), Optional(day));
  EXPECT_THAT(ParseDate("2026.01.23"), Optional(day));
  EXPECT_THAT(ParseDate("2026/01/23"), Optional(day));
  EXPECT_THAT(ParseDate("20260123"), Optional(day));
}

TEST(ParseDate, TakesLeapDaysOnlyInLeapYears) {
  EXPECT_TRUE(ParseDate("2024-02-29"));
  EXPECT_TRUE(ParseDate("2000-02-29"));
  EXPECT_FALSE(ParseDate("2025-02-29"));
  EXPECT_FALSE(ParseDate("1900-02-29"));
}

TEST(ParseDate, RefusesWhatIsNoDate) {
  for (const char* text :
       {"", "2026", "2026-1-23", "2026-01-23 ", " 2026-01-23", "2026-01.23",
        "2026-13-01", "2026-00-10", "2026-01-00", "2026-04-31", "0000-01-01",
        "2026012", "202601234", "abcd-01-02", "2026-01-2x", "2601.02360"}) {
    EXPECT_FALSE(ParseDate(text)) << text;
  }
}

TEST(FindDate, FindsADateInAFileName) {
  EXPECT_THAT(FindDate("arxiv_papers_20250908_analyzed.md"),
              Optional(Date{2025, 9, 8}));
  EXPECT_THAT(FindDate("content/2026-01-23.md"), Optional(Date{2026, 1, 23}));
}

TEST(FindDate, TakesTheFirstOfSeveral) {
  EXPECT_THAT(FindDate("2026-01-23 and 2026-01-24"),
              Optional(Date{2026, 1, 23}));
}

TEST(FindDate, PassesOverNumbersThatAreNoDates) {
  EXPECT_THAT(FindDate("2026-99-01, 2026-01-24"), Optional(Date{2026, 1, 24}));
  EXPECT_FALSE(FindDate("120260123"));
  EXPECT_FALSE(FindDate("202601234"));
  EXPECT_FALSE(FindDate("arXiv 2601.02360"));
}

TEST(FormatDate, WritesIso8601) {
  EXPECT_EQ(FormatDate({2026, 1, 3}), "2026-01-03");
  EXPECT_EQ(FormatDate({987, 12, 31}), "0987-12-31");
}

TEST(DaysSinceEpoch, IsUndoneByDateFromDays) {
  EXPECT_EQ(DaysSinceEpoch({1970, 1, 1}), 0);
  EXPECT_EQ(DaysSinceEpoch({2000, 3, 1}), 11017);
  EXPECT_EQ(DaysSinceEpoch({1969, 12, 31}), -1);
  for (int days = -1000; days < 40000; days += 97) {
    EXPECT_EQ(DaysSinceEpoch(DateFromDays(days)), days);
  }
}

TEST(Weekday, CountsFromMonday) {
  EXPECT_EQ(Weekday({2026, 1, 19}), 0);
  EXPECT_EQ(Weekday({2026, 1, 25}), 6);
}

TEST(DaysInMonth, KnowsFebruary) {
  EXPECT_EQ(DaysInMonth(2024, 2), 29);
  EXPECT_EQ(DaysInMonth(2100, 2), 28);
  EXPECT_EQ(DaysInMonth(2026, 12), 31);
}

}  // namespace
}  // namespace offprint
