#include "base/time_zone.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

TimeZone Zone(std::string_view name) {
  TimeZone zone;
  EXPECT_TRUE(TimeZone::Find(name, &zone)) << name;
  return zone;
}

TEST(TimeZone, IsUtcByDefault) {
  EXPECT_EQ(TimeZone().OffsetAt(1769126400), 0);
  EXPECT_EQ(TimeZone().AbbreviationAt(1769126400), "UTC");
}

TEST(TimeZone, KnowsOffsetsAndAbbreviations) {
  EXPECT_EQ(Zone("Asia/Shanghai").OffsetAt(1769126400), 8 * 3600);
  EXPECT_EQ(Zone("Asia/Shanghai").AbbreviationAt(1769126400), "CST");
  EXPECT_EQ(Zone("UTC").OffsetAt(0), 0);
}

TEST(TimeZone, FollowsSummerTime) {
  const TimeZone berlin = Zone("Europe/Berlin");
  EXPECT_EQ(berlin.OffsetAt(berlin.FromLocal({2026, 1, 15}, 0)), 3600);
  EXPECT_EQ(berlin.OffsetAt(berlin.FromLocal({2026, 7, 15}, 0)), 7200);
}

TEST(TimeZone, RefusesNamesThatAreNone) {
  TimeZone zone = Zone("Asia/Shanghai");
  for (const char* name :
       {"", "Asia/Beijing", "asia/shanghai", "../../etc/passwd", "Asia"}) {
    EXPECT_FALSE(TimeZone::Find(name, &zone)) << name;
  }
  EXPECT_EQ(zone.AbbreviationAt(1769126400), "CST") << "was left as it was";
}

TEST(TimeZone, FromLocalTakesTheEarliestMoment) {
  const TimeZone berlin = Zone("Europe/Berlin");
  // 2026-10-25 02:30 comes twice, at +02:00 first.
  EXPECT_EQ(berlin.FromLocal({2026, 10, 25}, 9000), 1792888200);
  // 2026-03-29 02:30 does not come; the clocks go from 02:00 to 03:00.
  EXPECT_EQ(berlin.FromLocal({2026, 3, 29}, 9000), 1774746000);
}

TEST(FormatRfc3339, WritesTheFirstMomentOfADay) {
  EXPECT_EQ(FormatRfc3339({2026, 1, 23}, Zone("Asia/Shanghai")),
            "2026-01-23T00:00:00+08:00");
  EXPECT_EQ(FormatRfc3339({2026, 1, 23}, TimeZone()),
            "2026-01-23T00:00:00+00:00");
  EXPECT_EQ(FormatRfc3339({2026, 1, 23}, Zone("America/St_Johns")),
            "2026-01-23T00:00:00-03:30");
}

TEST(FormatRfc3339, StartsADayWhoseMidnightIsSkippedAtOne) {
  EXPECT_EQ(FormatRfc3339({2018, 11, 4}, Zone("America/Sao_Paulo")),
            "2018-11-04T01:00:00-02:00");
}

}  // namespace
}  // namespace offprint
