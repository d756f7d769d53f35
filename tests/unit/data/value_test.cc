#include "data/value.h"

#include <gtest/gtest.h>

namespace offprint::data {
namespace {

TEST(Object, FindsWhatWasSet) {
  Object object;
  object.Set("a", 1);
  object.Set("b", "x");
  EXPECT_EQ(*object.Find("a")->AsInt(), 1);
  EXPECT_EQ(*object.Find("b")->AsString(), "x");
  EXPECT_EQ(object.Find("c"), nullptr);
}

TEST(Object, SetReplacesInPlace) {
  Object object;
  object.Set("a", 1);
  object.Set("b", 2);
  object.Set("a", 3);
  ASSERT_EQ(object.size(), 2U);
  EXPECT_EQ(object.members()[0].key, "a");
  EXPECT_EQ(*object.members()[0].value.AsInt(), 3);
}

TEST(Object, KeepsTheMarksOfKeyAndValueApart) {
  Value value = 1;
  value.mark = {2, 8};
  Object object;
  object.Set("a", value, {2, 3});
  EXPECT_EQ(object.members()[0].mark.column, 3);
  EXPECT_EQ(object.members()[0].value.mark.column, 8);
}

TEST(Value, IsOfOneType) {
  EXPECT_TRUE(Value().IsNull());
  EXPECT_EQ(Value(1).AsDouble(), nullptr);
  EXPECT_EQ(Value(1.0).AsInt(), nullptr);
  EXPECT_EQ(*Value("x").AsString(), "x");
  EXPECT_EQ(*Value(false).AsBool(), false);
}

TEST(Value, NamesItsTypeForMessages) {
  EXPECT_STREQ(Value().TypeName(), "null");
  EXPECT_STREQ(Value(true).TypeName(), "a truth value");
  EXPECT_STREQ(Value(1).TypeName(), "a number");
  EXPECT_STREQ(Value(1.5).TypeName(), "a number");
  EXPECT_STREQ(Value("").TypeName(), "a text");
  EXPECT_STREQ(Value(Array{}).TypeName(), "a list");
  EXPECT_STREQ(Value(Object{}).TypeName(), "a mapping");
}

}  // namespace
}  // namespace offprint::data
