#include "data/timestamp.h"

#include <gtest/gtest.h>

namespace offprint::data {
namespace {

std::string Formatted(std::string_view text) {
  const auto timestamp = ParseTimestamp(text);
  return timestamp ? FormatTimestamp(*timestamp) : "none";
}

TEST(TimestampTest, ReadsDaysAndMoments) {
  EXPECT_EQ(Formatted("2024-03-05"), "2024-03-05");
  EXPECT_EQ(Formatted("2024-03-05 14:07:09"), "2024-03-05 14:07:09 +0000");
  EXPECT_EQ(Formatted("2024-03-05T14:07:09.5+08:00"),
            "2024-03-05 14:07:09 +0800");
}

TEST(TimestampTest, RefusesWhatSafeYamlTakesForAText) {
  EXPECT_EQ(Formatted("2024-3-5"), "none");
  EXPECT_EQ(Formatted("2024-02-30"), "none");
  EXPECT_EQ(Formatted("2024-03-05 10:00"), "none");
}

}  // namespace
}  // namespace offprint::data
