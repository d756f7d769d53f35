#include "markdown/plain_title.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

TEST(PlainTitleTest, ReferencesAreDecoded) {
  EXPECT_EQ(PlainTitle("age &ge; 65 &amp; more &#x3b1;"), "age ≥ 65 & more α");
}

TEST(PlainTitleTest, SimpleTagsGo) {
  EXPECT_EQ(PlainTitle("H<sub>2</sub>O in <i>E. coli</i>"), "H2O in E. coli");
}

TEST(PlainTitleTest, AllElseStays) {
  EXPECT_EQ(PlainTitle("a < b: $x_1^*$ **V*: & [Fe II] `c` <script>"),
            "a < b: $x_1^*$ **V*: & [Fe II] `c` <script>");
  EXPECT_EQ(PlainTitle("1. No *list* &"), "1. No *list* &");
  EXPECT_EQ(PlainTitle("C2|Q> & \\alpha_i"), "C2|Q> & \\alpha_i");
}

TEST(PlainTitleTest, AReferenceMayHideAnotherTagButStaysText) {
  EXPECT_EQ(PlainTitle("&lt;b&gt;"), "<b>");
}

}  // namespace
}  // namespace offprint
