// The pieces that the readers share.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "readers/authors.h"
#include "readers/generic_line.h"
#include "readers/keyed_sections.h"
#include "readers/line_scanner.h"
#include "readers/markdown_link.h"
#include "readers/paper_heading.h"
#include "readers/table_cells.h"
#include "readers/translated_title.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST(LineScannerTest, SplitsAtLineFeedsOnly) {
  LineScanner lines(
      "a\rb\vc\n\nd\xE2\x80\xA8"
      "e");
  std::string_view line;
  ASSERT_TRUE(lines.Next(&line));
  EXPECT_EQ(line, "a\rb\vc");
  EXPECT_EQ(lines.Peek(), "");
  ASSERT_TRUE(lines.Next(&line));
  ASSERT_TRUE(lines.Next(&line));
  EXPECT_EQ(line,
            "d\xE2\x80\xA8"
            "e");
  EXPECT_FALSE(lines.Next(&line));
}

TEST(LineScannerTest, AHeadingHasABlankBehindItsMarks) {
  EXPECT_EQ(HeadingLevel("### x"), 3);
  EXPECT_EQ(HeadingLevel("#x"), 0);
  EXPECT_EQ(HeadingLevel("####### x"), 0);
  EXPECT_EQ(HeadingText("##  x y "), "x y");
}

TEST(AuthorsTest, CommasInParenthesesDoNotSplit) {
  EXPECT_THAT(SplitAuthors("Ann (LORIA, UL), Bo(1),Cy (A (b), c)"),
              ElementsAre("Ann", "Bo", "Cy"));
}

TEST(AuthorsTest, AGroupInsideANameStays) {
  EXPECT_THAT(SplitAuthors("Chen(Cherise)Chen,Ann"),
              ElementsAre("Chen(Cherise)Chen", "Ann"));
}

TEST(AuthorsTest, WhatIsNoNameGoes) {
  EXPECT_THAT(SplitAuthors(":, (unknown), 42, et al., 王伟"),
              ElementsAre("王伟"));
  EXPECT_THAT(SplitAuthors(""), IsEmpty());
}

TEST(AuthorsTest, AParenthesisThatIsNeverClosedDoesNotSwallowNames) {
  EXPECT_THAT(SplitAuthors("Ann (X, Bo, Cy"),
              ElementsAre("Ann (X", "Bo", "Cy"));
}

TEST(AuthorsTest, OneNameMayHoldAComma) {
  EXPECT_EQ(CleanAuthor(" Jordan, C. "), "Jordan, C.");
  EXPECT_EQ(CleanAuthor("Lu, "), "Lu");
  EXPECT_EQ(CleanAuthor("Christina Kassab et.al."), "Christina Kassab");
}

TEST(MarkdownLinkTest, TheLabelEndsAtTheLastBracketPair) {
  const auto link = ParseWholeLink("[ a [b](c) d](https://e.org/f)");
  ASSERT_TRUE(link);
  EXPECT_EQ(link->label, "a [b](c) d");
  EXPECT_EQ(link->url, "https://e.org/f");
  EXPECT_FALSE(ParseWholeLink("[a](b) c"));
}

TEST(MarkdownLinkTest, OnlyTheOuterBoldGoes) {
  EXPECT_EQ(DropBold("**V*: a **b** c**"), "V*: a **b** c");
  EXPECT_EQ(DropBold("**a"), "**a");
}

TEST(MarkdownLinkTest, AnAddressEndsWhereProseBegins) {
  EXPECT_EQ(UrlAtHead("https://a.org/b_(c)). d"), "https://a.org/b_(c)");
  EXPECT_EQ(UrlAtHead("https://a.org/b获取"), "https://a.org/b");
  EXPECT_EQ(UrlAtHead("ftp://a.org"), "");
}

TEST(MarkdownLinkTest, CodeIsFoundByItsHost) {
  EXPECT_EQ(FindCodeUrl("见https://example.org和https://github.com/a/b。"),
            "https://github.com/a/b");
  EXPECT_EQ(FindCodeUrl("https://github.com/"), "");
}

TEST(TableCellsTest, AnEscapedPipeDoesNotSplit) {
  EXPECT_THAT(SplitCells("| a \\| b |  | c |"),
              ElementsAre("a \\| b", "", "c"));
  EXPECT_EQ(FirstCell("| a \\| b | c |"), "a \\| b");
}

TEST(TableCellsTest, ARuleIsMadeOfDashes) {
  EXPECT_TRUE(IsTableRule("|:---|---:| "));
  EXPECT_FALSE(IsTableRule("| - a |"));
  EXPECT_FALSE(IsTableRule("---"));
}

TEST(TranslatedTitleTest, AnAnnouncementGivesWayToTheNextLine) {
  const std::string_view cell = "译文如下：\n\n## **题  目**\n\n说明。";
  const TranslatedTitle title = ParseTranslatedTitle(cell);
  EXPECT_EQ(title.title, "题 目");
  EXPECT_EQ(title.note, cell);
}

TEST(TranslatedTitleTest, WhatFollowsATitleIsANote) {
  const TranslatedTitle title =
      ParseTranslatedTitle("题目\n\n说明一。\n说明二。");
  EXPECT_EQ(title.title, "题目");
  EXPECT_EQ(title.note, "说明一。\n说明二。");
  EXPECT_EQ(ParseTranslatedTitle("题目").note, "");
  EXPECT_EQ(ParseTranslatedTitle(" \n ").title, "");
}

TEST(TranslatedTitleTest, ARefusalIsAnAnswerAndNoTitle) {
  EXPECT_TRUE(IsRefusal("当然可以，请提供需要翻译的英文文本。"));
  EXPECT_TRUE(IsRefusal("抱歉，我无法翻译。"));
  EXPECT_FALSE(IsRefusal("面向翻译的预训练"));
  EXPECT_FALSE(IsRefusal("请提供证据：论事实核查"));
}

TEST(PaperHeadingTest, AnAnalysedTitleRunsToTheLastPdfLink) {
  const auto heading =
      ParseAnalysedHeading("## 7. `cs.AI` - a [PDF](x) b [PDF](u), [HTML](v)");
  ASSERT_TRUE(heading);
  EXPECT_EQ(heading->title, "a [PDF](x) b");
  EXPECT_EQ(heading->pdf, "u");
  EXPECT_EQ(heading->html, "v");
}

TEST(PaperHeadingTest, ABracketInAnEnhancedTitleIsNoNumber) {
  EXPECT_EQ(ParseEnhancedHeading("### [[De|Re]noise](http://a/b)")->title,
            "[De|Re]noise");
  EXPECT_EQ(ParseEnhancedHeading("### [3] [T [x] | y](http://a/b)")->title,
            "T [x] | y");
  EXPECT_EQ(ParseEnhancedHeading("### [2024](http://a/b)")->title, "2024");
}

TEST(KeyedSectionsTest, AKeyCountsOnlyBehindThoseBeforeIt) {
  const std::string_view text = "one\ntwo\nthree";
  KeyedSections parts;
  parts.Open(2, text.substr(0, 3));
  EXPECT_FALSE(parts.MayOpen(1));
  EXPECT_FALSE(parts.MayOpen(2));
  EXPECT_TRUE(parts.MayOpen(3));
  parts.Extend(text.substr(4, 3));
  parts.Shut();
  parts.Extend(text.substr(8));
  const auto list = parts.Finish();
  ASSERT_EQ(list.size(), 1U);
  EXPECT_EQ(list[0].text, "one\ntwo");
  EXPECT_TRUE(parts.MayOpen(0));
}

TEST(GenericLineTest, LinksToPapersAreToldFromOthers) {
  const auto links = FindPaperLinks(
      "- [A](https://arxiv.org/abs/1706.03762v2), [b](https://b.org), "
      "https://doi.org/10.1101/622803.");
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].label, "A");
  EXPECT_EQ(links[0].id.value, "1706.03762");
  EXPECT_EQ(links[1].label, "");
  EXPECT_EQ(links[1].id.value, "10.1101/622803");
}

TEST(GenericLineTest, ALinkMayHoldMarksThatEndAnAddressElsewhere) {
  const std::string sici = "10.1002/(SICI)1096-8644(199601)99:1<15::AID>3.0;2";
  const std::string line =
      "[S](https://doi.org/" + sici + "), (see https://doi.org/10.1000/a)";
  const auto links = FindPaperLinks(line);
  ASSERT_EQ(links.size(), 2U);
  EXPECT_EQ(links[0].url, "https://doi.org/" + sici);
  EXPECT_EQ(links[0].label, "S");
  EXPECT_EQ(links[1].id.value, "10.1000/a");
}

TEST(GenericLineTest, TextBehindALinkIsNoFurtherLink) {
  const auto behind = [](std::string_view rest) {
    const std::string line = "- [A](https://b.org)" + std::string(rest);
    return std::string(TextBehind(line, std::string_view(line).substr(6, 13)));
  };
  EXPECT_EQ(behind(": a good one"), "a good one");
  EXPECT_EQ(behind("，很好。"), "很好。");
  EXPECT_EQ(behind(" ([code](https://c.org)) | [x](y)"), "");
  EXPECT_EQ(behind(" [code](https://c.org) of 2024"),
            "[code](https://c.org) of 2024");
  EXPECT_EQ(behind(" [not a link"), "[not a link");
  EXPECT_EQ(behind("."), "");
  EXPECT_EQ(behind("**: a good one"), "a good one");
  EXPECT_EQ(behind("_, **very** good"), "**very** good");
  EXPECT_EQ(behind(" https://c.org/d <br>"), "");
  EXPECT_EQ(behind("(https://c.org/d)"), "");
  EXPECT_EQ(behind(" h-index of 3"), "h-index of 3");
  const auto after = [](const std::string& line) {
    return std::string(
        TextBehind(line, std::string_view(line).substr(line.find("http"), 13)));
  };
  EXPECT_EQ(after("- <a href=\"https://b.org\">PDF</a>"), "");
  EXPECT_EQ(after("- <a href=\"https://b.org\">PDF</a>: text"), "text");
  EXPECT_EQ(after("- [A](https://b.org \"a title\") text"), "text");
  EXPECT_EQ(after("- <https://b.org> text"), "text");
}

TEST(GenericLineTest, WordsAreWhatIsLeftWithoutLinksToPapers) {
  EXPECT_EQ(WordsOf("**A title** ([pdf](https://arxiv.org/pdf/1706.03762)), "
                    "[code](https://b.org)"),
            "A title (), code");
  EXPECT_EQ(WordsOf("## A: https://arxiv.org/abs/1706.03762"), "A");
  EXPECT_EQ(WordsOf("- <a href=\"https://arxiv.org/abs/1706.03762\">A < b</a>"),
            "A < b");
}

}  // namespace
}  // namespace offprint
