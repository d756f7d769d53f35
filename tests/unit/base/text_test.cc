#include "base/text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <array>

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::Optional;

TEST(Trim, TakesWhiteSpaceFromBothEnds) {
  EXPECT_EQ(Trim(" \t\r\n\v\fa b \n"), "a b");
  EXPECT_EQ(TrimLeft("  a "), "a ");
  EXPECT_EQ(TrimRight(" a  "), " a");
  EXPECT_EQ(Trim(" \n "), "");
}

TEST(CollapseSpace, MakesEachRunOneBlank) {
  EXPECT_EQ(CollapseSpace("  a \t\n b  "), "a b");
  EXPECT_EQ(CollapseSpace("a\rb\vc\fd"), "a b c d");
  EXPECT_EQ(CollapseSpace(" \n "), "");
}

TEST(CollapseSpace, TakesUnicodeLineEnds) {
  EXPECT_EQ(CollapseSpace("a\xC2\x85"
                          "b\xE2\x80\xA8\xE2\x80\xA9 c"),
            "a b c");
}

TEST(CollapseSpace, KeepsTheIdeographicSpace) {
  EXPECT_EQ(CollapseSpace("多模态　模型"), "多模态　模型");
}

TEST(IsCollapsed, AgreesWithCollapseSpace) {
  for (const char* text : {"", " ", "a", "a b", "a  b", " a", "a ", "a\tb",
                           "a\xE2\x80\xA8", "多模态", "a\xC2", "a \xE2\x80"}) {
    EXPECT_EQ(IsCollapsed(text), CollapseSpace(text) == text) << text;
  }
}

TEST(Split, KeepsEmptyParts) {
  EXPECT_THAT(Split("a,,b,", ','), ElementsAre("a", "", "b", ""));
  EXPECT_THAT(Split("", ','), ElementsAre(""));
}

TEST(IgnoreCase, FoldsAsciiOnly) {
  EXPECT_EQ(AsciiLower("ArXiv É"), "arxiv É");
  EXPECT_TRUE(EqualsIgnoreCase("PDF", "pdf"));
  EXPECT_FALSE(EqualsIgnoreCase("É", "é"));
  EXPECT_FALSE(EqualsIgnoreCase("@", "`"));
  EXPECT_TRUE(StartsWithIgnoreCase("HTTPS://x", "https:"));
  EXPECT_FALSE(StartsWithIgnoreCase("http", "https"));
}

TEST(FindInvalidUtf8, FindsTheFirstBadByte) {
  EXPECT_FALSE(FindInvalidUtf8("ascii, é, 多, 𝛼"));
  EXPECT_THAT(FindInvalidUtf8("ab\xFFz"), Optional(size_t{2}));
  EXPECT_THAT(FindInvalidUtf8("多\xE5\xA4"), Optional(size_t{3}));
}

TEST(FindInvalidUtf8, RefusesWhatRfc3629Refuses) {
  for (const char* text :
       {"\x80", "\xC0\xAF", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80",
        "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80"}) {
    EXPECT_THAT(FindInvalidUtf8(text), Optional(size_t{0}));
  }
}

TEST(RepairUtf8, PutsAReplacementForEachBadByte) {
  EXPECT_EQ(RepairUtf8("a\xFF\xFE多\xE5"), "a\uFFFD\uFFFD多\uFFFD");
}

TEST(CodePoints, ComeBackAsTheyWere) {
  for (const char32_t code_point :
       std::to_array<char32_t>({U'a', U'é', U'多', U'𝛼', 0x7FF, 0x800, 0xFFFF,
                                0x10000, 0x10FFFF})) {
    std::string text;
    AppendUtf8(code_point, &text);
    size_t at = 0;
    EXPECT_EQ(NextCodePoint(text, &at), code_point);
    EXPECT_EQ(at, text.size());
  }
}

TEST(HtmlEscaped, EscapesMarkup) {
  EXPECT_EQ(
      HtmlEscaped("<a href=\"x\" title='y'>&amp;</a>"),
      "&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;&lt;/a&gt;");
}

TEST(HtmlEscaped, DropsControlCharacters) {
  EXPECT_EQ(HtmlEscaped("a\x01"
                        "b\x1F"
                        "c\x7F"
                        "d\xC2\x80"
                        "e\xC2\x9F"
                        "f\t\ng\xC2\xA0é"),
            "abcdef\t\ng\xC2\xA0é");
}

TEST(NearMiss, FindsAnEditASwapAndAnOmission) {
  const std::vector<std::string_view> keys = {"title", "baseurl", "timezone"};
  EXPECT_THAT(NearMiss("tittle", keys), Optional(std::string_view("title")));
  EXPECT_THAT(NearMiss("tilte", keys), Optional(std::string_view("title")));
  EXPECT_THAT(NearMiss("base_url", keys),
              Optional(std::string_view("baseurl")));
  EXPECT_THAT(NearMiss("timzone", keys),
              Optional(std::string_view("timezone")));
}

TEST(NearMiss, SaysNothingOfAWordFarFromAll) {
  EXPECT_FALSE(NearMiss("colour", {"title", "baseurl", "timezone"}));
  EXPECT_FALSE(NearMiss("title", {}));
}

TEST(NearMiss, TakesTheNearestOfSeveral) {
  EXPECT_THAT(NearMiss("topcs", {"topic", "topics"}),
              Optional(std::string_view("topics")));
}

TEST(StableHash, IsFnv1a) {
  // Test vectors of draft-eastlake-fnv.
  EXPECT_EQ(StableHash(""), 0xcbf29ce484222325U);
  EXPECT_EQ(StableHash("a"), 0xaf63dc4c8601ec8cU);
  EXPECT_EQ(StableHash("foobar"), 0x85944171f73967e8U);
}

}  // namespace
}  // namespace offprint
