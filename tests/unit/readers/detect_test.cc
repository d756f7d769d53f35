#include <gtest/gtest.h>

#include <string>

#include "readers/reader.h"

namespace offprint {
namespace {

Dialect Detect(std::string text) {
  Diagnostics diagnostics;
  return DetectDialect(SourceFile("any.md", std::move(text), diagnostics));
}

TEST(DetectTest, ATableHeaderIsADailyTable) {
  EXPECT_EQ(Detect("| 标题 | 作者 | PDF链接 | 摘要 |\n|---|---|---|---|\n"),
            Dialect::kDailyTable);
}

TEST(DetectTest, AFirstCellThatOnlyBeginsLikeTheHeaderIsNone) {
  EXPECT_EQ(Detect("| 标题：某篇 | 作者 | [PDF](x) | N/A |\n"),
            Dialect::kGeneric);
}

TEST(DetectTest, ADailyHeadingWithoutATableIsADailyTable) {
  EXPECT_EQ(Detect("# bioRxiv 2026-08-21\n\n> 当天没有抓取到有效论文。\n"),
            Dialect::kDailyTable);
  EXPECT_EQ(Detect("# 2026-08-21 每日论文\n"), Dialect::kDailyTable);
}

TEST(DetectTest, ATopicTableIsKnownByItsHeadItsHeaderOrAListItem) {
  EXPECT_EQ(Detect("## Updated on 2026.06.29\n"), Dialect::kTopicTable);
  EXPECT_EQ(Detect("| Publish Date | Title | PDF |\n"), Dialect::kTopicTable);
  EXPECT_EQ(Detect("- 2022-11-30, **T**, A et.al., Paper: "
                   "[http://arxiv.org/abs/2211.16882v1]"
                   "(http://arxiv.org/abs/2211.16882v1)\n"),
            Dialect::kTopicTable);
}

TEST(DetectTest, AnAnalysedListIsKnownByAPaperOrItsDateLine) {
  EXPECT_EQ(Detect("# 1. `cs.AI` - T [PDF](u), [HTML](u)\n"),
            Dialect::kAnalysedList);
  EXPECT_EQ(Detect("# 20260131\n[![Badge](x)](y)\n"), Dialect::kAnalysedList);
}

TEST(DetectTest, AScoredListIsKnownByAPaperOrItsTitle) {
  EXPECT_EQ(Detect("### [Score: 9.0/10] T\n"), Dialect::kScoredList);
  EXPECT_EQ(Detect("# ArXiv 每日推荐\n\n今日未发现相关论文。\n"),
            Dialect::kScoredList);
}

TEST(DetectTest, AnEnhancedListIsKnownByAPaperWithAuthorsOrItsContents) {
  EXPECT_EQ(Detect("### [T](https://arxiv.org/abs/1706.03762)\n*A,B*\n"),
            Dialect::kEnhancedList);
  EXPECT_EQ(Detect("<div id=toc></div>\n\n# Table of Contents\n"),
            Dialect::kEnhancedList);
}

TEST(DetectTest, ALinkedHeadingWithoutAuthorsIsGeneric) {
  EXPECT_EQ(Detect("### [T](https://arxiv.org/abs/1706.03762)\nText.\n"),
            Dialect::kGeneric);
}

TEST(DetectTest, APaperOutweighsTheHeadOfAnotherDialect) {
  EXPECT_EQ(Detect("# 20260131\n\n### [Score: 9.0/10] T\n"),
            Dialect::kScoredList);
}

TEST(DetectTest, AnEmptyFileIsGeneric) {
  EXPECT_EQ(Detect(""), Dialect::kGeneric);
}

}  // namespace
}  // namespace offprint
