#include "base/percent.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

constexpr CharSet kKept = CharSet::AlnumAnd("-/");

TEST(CharSetTest, HasItsBytesAlone) {
  int count = 0;
  for (int byte = 0; byte < 256; ++byte) {
    count += kKept.Has(static_cast<char>(byte)) ? 1 : 0;
  }
  EXPECT_EQ(count, 26 + 26 + 10 + 2);
  for (const char c : std::string_view("azAZ09-/")) EXPECT_TRUE(kKept.Has(c));
  EXPECT_FALSE(kKept.Has('\xE8'));
  EXPECT_TRUE(CharSet("\xE8").Has('\xE8'));
  EXPECT_TRUE(kKept.HasAll(""));
  EXPECT_FALSE(kKept.HasAll("a b"));
}

TEST(PercentTest, EncodesWhatIsNotKept) {
  EXPECT_EQ(PercentEncoded("/a-1/", kKept), "/a-1/");
  EXPECT_EQ(PercentEncoded("/论 %/", kKept), "/%E8%AE%BA%20%25/");
  EXPECT_EQ(PercentEncoded(std::string("\0", 1), kKept), "%00");
}

}  // namespace
}  // namespace offprint
