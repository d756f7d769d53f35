// What each dialect looks like, to the byte.
#include "writers/writer.h"

#include <gtest/gtest.h>

#include <string>

namespace offprint {
namespace {

NewDigest Cups() {
  NewPaper paper;
  paper.id = {PaperId::Kind::kArxiv, "2601.00001"};
  paper.version = 2;
  paper.title = "论 $|x|$";
  paper.original_title = "On Cups";
  paper.authors = {"Ann Lee", "Jordan, C."};
  paper.topic = "杯";
  paper.published = Date{2026, 1, 5};
  paper.score = 8.5;
  paper.sections = {{SectionKey::kAbstract, "We look\nat cups."},
                    {SectionKey::kReason, "It holds."},
                    {SectionKey::kBackground, "# Cups\n# were"},
                    {SectionKey::kTldr, "Cups hold."},
                    {SectionKey::kConclusion, "</details>"}};
  return {{2026, 1, 6}, {"2026-01-06 12:40:37", 9, "m", 99}, {paper}};
}

const std::string kHead =
    "> 更新于北京时间：2026-01-06 12:40:37\n"
    "> 已自动阅读了 9 篇最新的论文。\n"
    "> 使用模型：m | 消耗 Tokens：99\n";

TEST(WriterTest, DailyTable) {
  EXPECT_EQ(WriteDigest(Dialect::kDailyTable, Cups()),
            "# arxiv 2026-01-06\n\n" + kHead +
                "\n| 标题 | 作者 | 发布日期 | PDF链接 | Title | 摘要 |\n"
                "|---|---|---|---|---|---|\n"
                "| 论 $\\|x\\|$ | Ann Lee | 2026-01-05 | "
                "[PDF](https://arxiv.org/pdf/2601.00001v2) | On Cups | "
                "We look at cups. |\n");
}

TEST(WriterTest, TopicTable) {
  EXPECT_EQ(WriteDigest(Dialect::kTopicTable, Cups()),
            "## Updated on 2026.01.06\n" + kHead +
                "\n## 杯\n\n"
                "| Publish Date | Title | Authors | PDF | Code | Abstract |\n"
                "|---|---|---|---|---|---|\n"
                "| **2026-01-05** | **论 $|x|$** | Ann Lee et.al. | "
                "[2601.00001](https://arxiv.org/pdf/2601.00001v2) | null | "
                "We look at cups. |\n");
}

TEST(WriterTest, AnalysedList) {
  EXPECT_EQ(WriteDigest(Dialect::kAnalysedList, Cups()),
            "# 20260106\n" + kHead +
                "\n## 1. `杯` - 论 $|x|$ "
                "[PDF](https://arxiv.org/pdf/2601.00001v2), "
                "[HTML](https://arxiv.org/abs/2601.00001v2)\n"
                "### Authors\nAnn Lee,Jordan C.\n"
                "### Background\n # Cups\n # were\n"
                "### Conclusion\n</details>\n");
}

TEST(WriterTest, ScoredList) {
  EXPECT_EQ(WriteDigest(Dialect::kScoredList, Cups()),
            "# ArXiv 每日推荐 - 2026-01-06\n\n" + kHead +
                "\n## 杯\n\n"
                "### [Score: 8.5/10] 论 $|x|$\n"
                "- **Authors:** Ann Lee, Jordan C.\n"
                "- **Published:** 2026-01-05\n"
                "- **Link:** [https://arxiv.org/abs/2601.00001v2]"
                "(https://arxiv.org/abs/2601.00001v2)\n"
                "- **Reason:** It holds.\n\n");
}

TEST(WriterTest, EnhancedList) {
  EXPECT_EQ(WriteDigest(Dialect::kEnhancedList, Cups()),
            "<div id=toc></div>\n\n" + kHead +
                "\n# Table of Contents\n\n"
                "- [杯](#杯) [Total: 1]\n\n"
                "<div id='杯'></div>\n\n"
                "# 杯 [[Back]](#toc)\n\n"
                "### [1] [论 $|x|$](https://arxiv.org/abs/2601.00001v2)\n"
                "*Ann Lee,Jordan C.*\n\n"
                "TL;DR: Cups hold.\n\n"
                "<details>\n<summary>Details</summary>\n\n"
                "Conclusion: </details>\n\n"
                "Abstract: We look\nat cups.\n\n"
                "</details>\n\n");
}

TEST(WriterTest, PapersOfATopicStandTogether) {
  NewDigest digest = Cups();
  NewPaper other = digest.papers.front();
  other.topic = "盘";
  NewPaper none = other;
  none.topic = "";
  digest.papers = {other, digest.papers.front(), other, none};
  std::string topics;
  for (const NewPaper& paper : FitDigest(Dialect::kScoredList, digest).papers) {
    topics += paper.topic + ",";
  }
  EXPECT_EQ(topics, ",盘,盘,杯,");
}

}  // namespace
}  // namespace offprint
