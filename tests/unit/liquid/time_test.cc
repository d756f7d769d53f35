#include "liquid/time.h"

#include <gtest/gtest.h>

#include "base/time_zone.h"

namespace offprint::liquid {
namespace {

TimeZone Zone(std::string_view name) {
  TimeZone zone;
  EXPECT_TRUE(TimeZone::Find(name, &zone));
  return zone;
}

std::string Formatted(int64_t seconds, std::string_view zone_name,
                      std::string_view format) {
  const TimeZone zone = Zone(zone_name);
  std::string out;
  AppendTime(InZone(seconds, 0, zone), format, &out);
  return out;
}

std::string Parsed(std::string_view text) {
  const TimeZone zone = Zone("Asia/Shanghai");
  // 2026-01-01T00:00:00+08:00
  const auto time = ParseTime(text, 1767196800, zone);
  if (!time) return "none";
  std::string out;
  AppendTime(*time, "%Y-%m-%d %H:%M:%S %z", &out);
  return out;
}

TEST(TimeTest, WritesFlagsAndWidths) {
  EXPECT_EQ(Formatted(1709647629, "UTC", "%-d|%e|%05d|%^a|%10B|%#p"),
            "5| 5|00005|TUE|     March|pm");
  EXPECT_EQ(Formatted(1709647629, "UTC", "%j %U %W %V %G %u %w %s"),
            "065 09 10 10 2024 2 2 1709647629");
}

TEST(TimeTest, AFlagWithoutPaddingStays) {
  EXPECT_EQ(Formatted(1709647629, "UTC", "%-_3d|%-05d|%_-d|%#P|%#c|%#^Z"),
            "5|5|5|PM|Tue Mar  5 14:07:09 2024|utc");
}

TEST(TimeTest, WritesOffsetsAndNamesOfZones) {
  EXPECT_EQ(Formatted(1709647629, "Asia/Shanghai", "%H %z %:z %::z %_z %Z"),
            "22 +0800 +08:00 +08:00:00  +800 CST");
}

TEST(TimeTest, LeavesWhatIsNoDirective) {
  EXPECT_EQ(Formatted(0, "UTC", "100%% %Q %E"), "100% %Q %E");
}

TEST(TimeTest, RefusesAFormatThatEndsInsideADirective) {
  std::string out;
  EXPECT_FALSE(AppendTime(Time(), "%Y %-", &out));
}

TEST(TimeTest, DaysBeyondTheYearAndWeeksAreNoDates) {
  EXPECT_EQ(Parsed("2024-366"), "2024-12-31 00:00:00 +0800");
  EXPECT_EQ(Parsed("2023-366"), "none");
  EXPECT_EQ(Parsed("2024-000"), "none");
  EXPECT_EQ(Parsed("W05-3"), "none");
}

TEST(TimeTest, DigitsWithAFractionEndInSeconds) {
  EXPECT_EQ(Parsed("20240305140709.5"), "2024-03-05 14:07:09 +0800");
  EXPECT_EQ(Parsed("2023.10"), "2026-01-01 00:20:23 +0800");
}

TEST(TimeTest, LettersNameZones) {
  EXPECT_EQ(Parsed("2024-06-15 12:00 A"), "2024-06-15 12:00:00 +0100");
  EXPECT_EQ(Parsed("2024-06-15 12:00 N"), "2024-06-15 12:00:00 -0100");
}

TEST(TimeTest, ReadsDatesOfManyForms) {
  EXPECT_EQ(Parsed("2024-03-05"), "2024-03-05 00:00:00 +0800");
  EXPECT_EQ(Parsed("March 5th, 2024"), "2024-03-05 00:00:00 +0800");
  EXPECT_EQ(Parsed("03/05/2024"), "2024-05-03 00:00:00 +0800");
  EXPECT_EQ(Parsed("5 Mar 24 2:07 pm"), "2024-03-05 14:07:00 +0800");
  EXPECT_EQ(Parsed("20240305T140709"), "2024-03-05 14:07:09 +0800");
  EXPECT_EQ(Parsed("12:30"), "2026-01-01 12:30:00 +0800");
}

TEST(TimeTest, KeepsTheOffsetOfTheText) {
  EXPECT_EQ(Parsed("2024-03-05T14:07:09Z"), "2024-03-05 14:07:09 +0000");
  EXPECT_EQ(Parsed("Tue, 5 Mar 2024 14:07:09 EST"),
            "2024-03-05 14:07:09 -0500");
}

TEST(TimeTest, RefusesWhatIsNoDate) {
  EXPECT_EQ(Parsed("2024-13-01"), "none");
  EXPECT_EQ(Parsed("hello"), "none");
}

}  // namespace
}  // namespace offprint::liquid
