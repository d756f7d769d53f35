#include "model/name_list.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(NameListTest, HasANameALine) {
  const NameList names("Ada Lovelace\n李雷\nX");
  EXPECT_THAT(names, ElementsAre("Ada Lovelace", "李雷", "X"));
  EXPECT_EQ(names.size(), 3U);
  EXPECT_EQ(names.front(), "Ada Lovelace");
  EXPECT_EQ(names.back(), "X");
}

TEST(NameListTest, MayHaveOneOrNone) {
  EXPECT_THAT(NameList("X"), ElementsAre("X"));
  EXPECT_EQ(NameList("X").back(), "X");
  EXPECT_THAT(NameList(), IsEmpty());
  EXPECT_EQ(NameList().size(), 0U);
}

TEST(NameListTest, IsComparedByItsNames) {
  const std::string same = "A\nB";
  EXPECT_EQ(NameList("A\nB"), NameList(same));
  EXPECT_FALSE(NameList("A\nB") == NameList("A B"));
}

}  // namespace
}  // namespace offprint
