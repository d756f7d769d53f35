#include "base/char_set.h"

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
  constexpr CharSet kControls = CharSet::ControlsAnd("<");
  for (const char c : std::string_view("\0\x1F\x7F<", 4)) {
    EXPECT_TRUE(kControls.Has(c));
  }
  for (const char c : std::string_view(" ~\x80")) {
    EXPECT_FALSE(kControls.Has(c));
  }
}

}  // namespace
}  // namespace offprint
