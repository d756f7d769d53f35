#include "base/percent.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

constexpr CharSet kKept = CharSet::AlnumAnd("-/");

TEST(PercentTest, EncodesWhatIsNotKept) {
  EXPECT_EQ(PercentEncoded("/a-1/", kKept), "/a-1/");
  EXPECT_EQ(PercentEncoded("/论 %/", kKept), "/%E8%AE%BA%20%25/");
  EXPECT_EQ(PercentEncoded(std::string("\0", 1), kKept), "%00");
}

}  // namespace
}  // namespace offprint
