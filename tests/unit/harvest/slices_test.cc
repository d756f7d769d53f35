#include "harvest/slices.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>

namespace offprint::harvest {

void PrintTo(const Slice& slice, std::ostream* out) {
  *out << FormatDate(slice.first) << " to " << FormatDate(slice.last);
}

namespace {

constexpr Date kMonday = {2026, 1, 26};

TEST(SlicesTest, TheApiLooksBackOverTheWeekend) {
  const Slice slice = LastDays(PaperService::kApi, kMonday, 1);
  EXPECT_EQ(slice, (Slice{{2026, 1, 21}, kMonday, kMonday}));
}

TEST(SlicesTest, AnnouncementsOfTheLastWorkingDayAreAskedForOnASunday) {
  const Slice slice = LastDays(PaperService::kOai, {2026, 1, 25}, 1);
  EXPECT_EQ(slice.first, (Date{2026, 1, 23}));
}

TEST(SlicesTest, DaysAreWorkingDays) {
  const Slice slice = LastDays(PaperService::kOai, kMonday, 6);
  EXPECT_EQ(slice.first, (Date{2026, 1, 16}));
}

TEST(SlicesTest, FeedsHaveTodayOnly) {
  EXPECT_EQ(LastDays(PaperService::kRss, kMonday, 9),
            (Slice{kMonday, kMonday, kMonday}));
}

TEST(SlicesTest, ARangeHasASliceADay) {
  const std::vector<Slice> days = EachDay({2026, 2, 28}, {2026, 3, 1});
  ASSERT_EQ(days.size(), 2U);
  EXPECT_EQ(days.back(), (Slice{{2026, 3, 1}, {2026, 3, 1}, {2026, 3, 1}}));
}

}  // namespace
}  // namespace offprint::harvest
