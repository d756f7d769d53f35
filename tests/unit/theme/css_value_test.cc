#include "theme/css_value.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

TEST(CssValueTest, TakesColoursInEveryFormOfCss) {
  for (const char* color :
       {"#abc", "#ABCD", "#96301f", "#96301f80", "navy", "RebeccaPurple",
        "rgb(150 48 31)", "rgba(150, 48, 31, .5)", "oklch(45% .14 30deg / 50%)",
        "transparent"}) {
    EXPECT_TRUE(IsCssColor(color)) << color;
  }
}

TEST(CssValueTest, RefusesWhatIsNoColour) {
  for (const char* text :
       {"", "#ab", "#ggg", "nayv", "red;", "red}", " red", "red blue", "rgb()",
        "rgb(1 2 3", "rgb(1 2 3))", "rgb(1);}x{", "url(x)", "rgb(</style>1)",
        "rgb(var(--x)1)", "expression(1)", "#fff/**/"}) {
    EXPECT_FALSE(IsCssColor(text)) << text;
  }
}

TEST(CssValueTest, LengthsAreNumbersWithUnits) {
  for (const char* length : {"0", "42rem", ".5em", "1.25px", "50%", "10VW"}) {
    EXPECT_TRUE(IsCssLength(length)) << length;
  }
  for (const char* text : {"", "42", "rem", "-1px", "1.px", "1..2px", "1 px",
                           "calc(1px)", "1px;", "1px 2px", "1.2.3px", "1xx"}) {
    EXPECT_FALSE(IsCssLength(text)) << text;
  }
}

TEST(CssValueTest, FamiliesOfFontsComeOutInQuotes) {
  EXPECT_EQ(FontFamilies("Source Serif 4, '思源宋体',\"Noto  Serif\", serif"),
            "\"Source Serif 4\", \"思源宋体\", \"Noto Serif\", serif");
  EXPECT_EQ(FontFamilies("-apple-system, BlinkMacSystemFont"),
            "-apple-system, BlinkMacSystemFont");
}

TEST(CssValueTest, RefusesNamesThatFontsDoNotHave) {
  for (const char* text :
       {"", "a,", "\"a", "a\"", "'a\"", "a;b", "a}b", "</style>", "a\\b",
        "a\nb", "url(x)", "a:b", "\"a\"b\""}) {
    EXPECT_FALSE(FontFamilies(text)) << text;
  }
}

}  // namespace
}  // namespace offprint
