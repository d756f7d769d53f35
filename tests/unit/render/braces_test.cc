#include "render/braces.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

std::string Guarded(std::string html) {
  GuardBraces(&html);
  return html;
}

TEST(BracesTest, LiquidIsShownAsText) {
  EXPECT_EQ(Guarded("a {{ b }} c"), "a &#123;{ b }} c");
  EXPECT_EQ(Guarded("{% raw %}"), "&#123;% raw %}");
  EXPECT_EQ(Guarded("$\\frac{{1}}{{2}}$"), "$\\frac&#123;{1}}&#123;{2}}$");
}

TEST(BracesTest, EveryBraceOfARunIsCutOff) {
  EXPECT_EQ(Guarded("{{{x"), "&#123;&#123;{x");
  EXPECT_EQ(Guarded("{{%"), "&#123;&#123;%");
}

TEST(BracesTest, SingleBracesStay) {
  EXPECT_EQ(Guarded("{x} {"), "{x} {");
  EXPECT_EQ(Guarded(""), "");
}

}  // namespace
}  // namespace offprint
