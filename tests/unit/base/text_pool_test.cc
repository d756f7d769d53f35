#include "base/text_pool.h"

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace offprint {
namespace {

TEST(TextPool, KeepsItsOwnCopies) {
  TextPool pool;
  std::string text = "one";
  const std::string_view kept = pool.Keep(text);
  text = "two";
  EXPECT_EQ(kept, "one");
}

TEST(TextPool, KeepsTextsOverManyBlocks) {
  TextPool pool;
  std::vector<std::string_view> kept;
  for (int i = 0; i < 5000; ++i) kept.push_back(pool.Keep(std::to_string(i)));
  const std::string_view large = pool.Keep(std::string(100'000, 'x'));
  EXPECT_EQ(kept[0], "0");
  EXPECT_EQ(kept[4999], "4999");
  EXPECT_EQ(large.size(), 100'000U);
  EXPECT_EQ(pool.Keep(""), "");
}

TEST(TextPool, ATextIsExtendedInItsPlace) {
  TextPool pool;
  std::string whole = "a";
  std::string_view text = pool.Extend({}, "a");
  size_t copies = 0;
  for (int i = 0; i < 10'000; ++i) {
    const char* const before = text.data();
    text = pool.Extend(text, "bc");
    whole += "bc";
    pool.Keep("others between them do no harm");
    copies += text.data() != before ? 1 : 0;
  }
  EXPECT_EQ(text, whole);
  EXPECT_LT(copies, 20U);
  EXPECT_EQ(pool.Extend(text, ""), text);
}

TEST(TextPool, ExtendingAnotherTextLeavesTheFirst) {
  TextPool pool;
  const std::string_view one = pool.Extend(pool.Keep("1"), "2");
  const std::string_view two = pool.Extend(pool.Keep("x"), "y");
  EXPECT_EQ(pool.Extend(one, "3"), "123");
  EXPECT_EQ(pool.Extend(two, "z"), "xyz");
  EXPECT_EQ(one, "12");
}

TEST(TextPool, AMoveLeavesTheTextsAndAnEmptyPool) {
  TextPool pool;
  const std::string_view kept = pool.Keep("one");
  TextPool moved = std::move(pool);
  pool.Keep("xyz");  // NOLINT: must not write into the other's block
  EXPECT_EQ(moved.Keep("two"), "two");
  EXPECT_EQ(kept, "one");
  EXPECT_EQ(kept.data() + 3, moved.Keep("three").data() - 3);
}

}  // namespace
}  // namespace offprint
