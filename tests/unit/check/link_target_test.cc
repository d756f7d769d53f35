#include "check/link_target.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

// "inside days/x/ #p", "beside x", "elsewhere".
std::string Resolve(std::string_view reference) {
  const LinkTarget target = ResolveLink(reference, "days/x/index.html",
                                        {"https://example.org", "/papers"});
  std::string text = "inside ";
  if (target.kind == LinkKind::kElsewhere) return "elsewhere";
  if (target.kind == LinkKind::kBesideSite) text = "beside ";
  text += target.path;
  return target.fragment.empty() ? text : text + " #" + target.fragment;
}

TEST(LinkTargetTest, PathsOfTheHost) {
  EXPECT_EQ(Resolve("/papers/days/"), "inside days/");
  EXPECT_EQ(Resolve("/papers/"), "inside ");
  EXPECT_EQ(Resolve("/papers"), "inside ");
  EXPECT_EQ(Resolve("/papers?q=1#x"), "inside  #x");
  EXPECT_EQ(Resolve("/days/"), "beside days/");
  EXPECT_EQ(Resolve("/papersx/"), "beside papersx/");
}

TEST(LinkTargetTest, RelativePaths) {
  EXPECT_EQ(Resolve("a.png"), "inside days/x/a.png");
  EXPECT_EQ(Resolve(" ./a/../b/. "), "inside days/x/b/");
  EXPECT_EQ(Resolve("../y/"), "inside days/y/");
  EXPECT_EQ(Resolve("../.."), "inside ");
  EXPECT_EQ(Resolve("../../../other/"), "beside other/");
  EXPECT_EQ(Resolve("../../../../../papers/"), "inside ");
  EXPECT_EQ(Resolve("?q=a/b"), "inside days/x/index.html");
  EXPECT_EQ(Resolve("#p"), "inside days/x/index.html #p");
}

TEST(LinkTargetTest, Escapes) {
  EXPECT_EQ(Resolve("/papers/%E8%AE%BA/#%e6%96%87"), "inside 论/ #文");
  EXPECT_EQ(Resolve("a%2"), "inside days/x/a%2");
  EXPECT_EQ(Resolve("a%zz"), "inside days/x/a%zz");
}

TEST(LinkTargetTest, OtherHostsAndProtocols) {
  EXPECT_EQ(Resolve("https://example.com/papers/"), "elsewhere");
  EXPECT_EQ(Resolve("https://example.org.evil/papers/"), "elsewhere");
  EXPECT_EQ(Resolve("//example.com/"), "elsewhere");
  EXPECT_EQ(Resolve("mailto:a@example.org"), "elsewhere");
  EXPECT_EQ(Resolve("data:,x"), "elsewhere");
  EXPECT_EQ(Resolve("a/b:c"), "inside days/x/a/b:c");
}

TEST(LinkTargetTest, TheSiteByItsFullAddress) {
  EXPECT_EQ(Resolve("https://example.org/papers/a"), "inside a");
  EXPECT_EQ(Resolve("HTTPS://Example.org/papers/a"), "inside a");
  EXPECT_EQ(Resolve("//example.org/papers/a"), "inside a");
  EXPECT_EQ(Resolve("https://example.org/x/"), "elsewhere");
}

}  // namespace
}  // namespace offprint
