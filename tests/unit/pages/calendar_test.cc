#include "pages/calendar.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

Archive DaysOf(const std::vector<std::pair<Date, uint32_t>>& days) {
  Archive archive;
  for (const auto& [date, papers] : days) {
    archive.days.push_back({date, {}, {}, papers});
  }
  return archive;
}

TEST(CalendarTest, MonthsWithDigestsNewestFirst) {
  const Archive archive = DaysOf({{{2025, 11, 3}, 1}, {{2026, 1, 5}, 2}});
  const auto months = MakeCalendar(archive);
  ASSERT_EQ(months.size(), 2U);
  EXPECT_EQ(months[0].month, 1);
  EXPECT_EQ(months[1].month, 11);
}

TEST(CalendarTest, ADayStandsUnderItsWeekday) {
  // 2026-01-05 is a Monday; the month begins on a Thursday.
  const Archive archive = DaysOf({{{2026, 1, 5}, 2}});
  const CalendarMonth month = MakeCalendar(archive)[0];
  EXPECT_EQ(month.cells.size() % 7, 0U);
  EXPECT_EQ(month.cells[2].day_of_month, 0);
  EXPECT_EQ(month.cells[3].day_of_month, 1);
  EXPECT_EQ(month.cells[7].day_of_month, 5);
  EXPECT_EQ(month.cells[7].day, 0U);
  EXPECT_EQ(month.cells[8].day, kNoIndex);
}

TEST(CalendarTest, LevelsFollowTheNumberOfPapers) {
  const Archive archive = DaysOf({{{2026, 1, 5}, 0},
                                  {{2026, 1, 6}, 1},
                                  {{2026, 1, 7}, 10},
                                  {{2026, 1, 8}, 100},
                                  {{2026, 1, 9}, 1000}});
  const CalendarMonth month = MakeCalendar(archive)[0];
  EXPECT_EQ(month.cells[7].level, 0);
  EXPECT_EQ(month.cells[8].level, 1);
  EXPECT_EQ(month.cells[9].level, 2);
  EXPECT_EQ(month.cells[10].level, 3);
  EXPECT_EQ(month.cells[11].level, 4);
}

}  // namespace
}  // namespace offprint
