#include "jekyll/excerpt.h"

#include <gtest/gtest.h>

namespace offprint::jekyll {
namespace {

TEST(ExcerptTest, EndsAtTheFirstSeparator) {
  EXPECT_EQ(CutExcerpt("One.\n\nTwo.\n\nThree.\n", "\n\n").text, "One.\n\n");
  EXPECT_EQ(CutExcerpt("a<!--more-->b", "<!--more-->").text, "a\n\n");
}

TEST(ExcerptTest, IsAllOfATextWithoutSeparator) {
  EXPECT_EQ(CutExcerpt("One.\nTwo.\n", "\n\n").text, "One.\nTwo.\n");
  EXPECT_EQ(CutExcerpt("One.\n\n", "\n\n").text, "One.");
}

TEST(ExcerptTest, KeepsTheLinkReferencesOfTheRest) {
  EXPECT_EQ(CutExcerpt("See [a].\n\nRest.\n\n[a]: /a/\n  [b]: /b/\n[c]:\n"
                       "    [d]: /d/\n",
                       "\n\n")
                .text,
            "See [a].\n\n[a]: /a/\n  [b]: /b/");
}

TEST(ExcerptTest, ClosesBlocksThatTheCutLeavesOpen) {
  const ExcerptSource cut = CutExcerpt(
      "{% if a %}{% for b in c %}x\n\ny{% endfor %}{% endif %}", "\n\n");
  EXPECT_EQ(cut.text,
            "{% if a %}{% for b in c %}x\n{% endfor %}\n{% endif %}\n\n");
  EXPECT_TRUE(cut.closed_block);
  EXPECT_FALSE(
      CutExcerpt("{%- if a -%}x{%- endif -%}\n\ny", "\n\n").closed_block);
}

}  // namespace
}  // namespace offprint::jekyll
