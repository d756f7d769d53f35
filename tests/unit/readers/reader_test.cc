#include "readers/reader.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <utility>
#include <vector>

#include "readers/inspect.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class ReaderTest : public testing::Test {
 protected:
  Digest Read(std::string name, std::string text,
              std::optional<Dialect> forced = std::nullopt) {
    SourceFile file(std::move(name), std::move(text), diagnostics_);
    return ReadDigest(std::move(file), forced, diagnostics_);
  }

  std::vector<std::string> Reports() const {
    std::vector<std::string> lines;
    for (const Diagnostic& diagnostic : diagnostics_.list()) {
      lines.push_back(FormatDiagnostic(diagnostic));
    }
    return lines;
  }

  Diagnostics diagnostics_;
};

constexpr const char* kHeader =
    "| 标题 | 作者 | PDF链接 | 摘要 |\n|---|---|---|---|\n";

TEST_F(ReaderTest, AMissingDateIsReportedWithWhatToDo) {
  const Digest digest =
      Read("list.md", "### [T](https://arxiv.org/abs/1706.03762)\n*Ann*\n");
  EXPECT_EQ(digest.entries.size(), 1U);
  EXPECT_FALSE(digest.date);
  EXPECT_THAT(Reports(),
              ElementsAre("list.md:1:1: warning: no date: put one in the "
                          "file's name or heading, e.g. 2026-01-23.md"));
}

TEST_F(ReaderTest, AuthorsOfOneEntryMayStandInSeveralPlaces) {
  std::string text =
      "# ArXiv 每日推荐 - 2026-01-23\n\n### [Score: 9.0/10] Cups\n"
      "- **Authors:** Ada  Alpha, Bo\u0085Beta\n- **Authors:**\n";
  size_t wanted = 2;
  for (; wanted < 20'000; ++wanted) text += "- **Authors:** C\n";
  const Digest digest = Read("a.md", text);
  ASSERT_EQ(digest.entries.size(), 1U);
  const NameList& authors = digest.entries[0].authors;
  EXPECT_EQ(authors.size(), wanted);
  EXPECT_EQ(authors.front(), "Ada Alpha");
  EXPECT_EQ(*++authors.begin(), "Bo Beta");
  EXPECT_EQ(authors.back(), "C");
}

TEST_F(ReaderTest, ANameMayBeBrokenOverTwoLines) {
  const Digest digest =
      Read("20260123_analyzed.md",
           "# 20260123\n## 1. `cs.CL` - Cups "
           "[PDF](https://arxiv.org/pdf/1706.03762), "
           "[HTML](https://arxiv.org/abs/1706.03762)\n"
           "### Authors\nAda\nAlpha,Bo Beta\n### Background\nx\n");
  ASSERT_EQ(digest.entries.size(), 1U);
  EXPECT_THAT(digest.entries[0].authors, ElementsAre("Ada Alpha", "Bo Beta"));
}

TEST_F(ReaderTest, TheDateOfTheContentComesBeforeTheNames) {
  const Digest digest = Read("2020-01-01.md", "# 20260131\n");
  EXPECT_EQ(digest.date, (Date{2026, 1, 31}));
  EXPECT_THAT(digest.days, ElementsAre(Date{2026, 1, 31}));
}

TEST_F(ReaderTest, FrontMatterDatesAFileThatHasNoDateInItsText) {
  const Digest digest =
      Read("2020-01-01.md",
           "---\ndate: 2026-02-03\n---\n"
           "### [T](https://arxiv.org/abs/1706.03762)\n*Ann*\n");
  EXPECT_EQ(digest.date, (Date{2026, 2, 3}));
  EXPECT_EQ(digest.entries.at(0).day, (Date{2026, 2, 3}));
  EXPECT_EQ(digest.entries.at(0).line, 4);
}

TEST_F(ReaderTest, FoldersMayDateAFile) {
  EXPECT_EQ(Read("content/2026/02/03.md", "").date, (Date{2026, 2, 3}));
}

TEST_F(ReaderTest, AnUnknownDialectIsReadAndReported) {
  const Digest digest = Read(
      "2026-02-03.md", "# Notes\n\n- [T](https://arxiv.org/abs/1706.03762)\n");
  EXPECT_EQ(digest.dialect, Dialect::kGeneric);
  EXPECT_EQ(digest.entries.at(0).title, "T");
  EXPECT_THAT(
      Reports(),
      ElementsAre("2026-02-03.md:3:1: warning: no known dialect: each heading, "
                  "list item and table row with an arXiv or DOI link is read "
                  "as a paper (1 of them); name the dialect in site.yml"));
}

TEST_F(ReaderTest, AFileWithoutPapersIsNoFault) {
  EXPECT_THAT(Read("about.md", "# About\n\n- [x](https://e.org)\n").entries,
              IsEmpty());
  EXPECT_THAT(Read("empty.md", "").entries, IsEmpty());
  EXPECT_THAT(Reports(), IsEmpty());
}

TEST_F(ReaderTest, AForcedDialectThatDoesNotFitIsReported) {
  const Digest digest =
      Read("2026-02-03.md", "### [Score: 9.0/10] T\n", Dialect::kTopicTable);
  EXPECT_EQ(digest.dialect, Dialect::kTopicTable);
  EXPECT_THAT(Reports(),
              ElementsAre("2026-02-03.md:1:1: warning: no papers: site.yml has "
                          "this file read as topic-table, but it looks like "
                          "scored-list"));
}

TEST_F(ReaderTest, AForcedGenericIsNotWarnedOf) {
  Read("2026-02-03.md", "- https://arxiv.org/abs/1706.03762\n",
       Dialect::kGeneric);
  EXPECT_THAT(Reports(), IsEmpty());
}

TEST_F(ReaderTest, BytesThatAreNotUtf8AreReportedAndTheRestIsRead) {
  const Digest digest = Read(
      "2026-02-03.md", std::string("# arxiv 2026-02-03\n") + kHeader +
                           "| a\xFF"
                           "b | Ann | "
                           "[PDF](https://arxiv.org/pdf/1706.03762) | c |\n");
  EXPECT_EQ(digest.entries.at(0).title,
            "a\xEF\xBF\xBD"
            "b");
  EXPECT_THAT(Reports(),
              ElementsAre("2026-02-03.md:4:4: error: not UTF-8: the bytes that "
                          "cannot be read are shown as U+FFFD; save the file "
                          "as UTF-8"));
}

TEST_F(ReaderTest, AnUnreadableFileIsReportedAndHasNoPapers) {
  SourceFile file = SourceFile::Read("/nowhere/a.md", "a.md", diagnostics_);
  const Digest digest = ReadDigest(std::move(file), std::nullopt, diagnostics_);
  EXPECT_THAT(digest.entries, IsEmpty());
  EXPECT_THAT(Reports(),
              ElementsAre(testing::StartsWith(
                  "a.md: error: cannot read /nowhere/a.md: No such file")));
}

TEST_F(ReaderTest, AByteOrderMarkAndCarriageReturnsAreNoText) {
  const Digest digest = Read(
      "x.md",
      "\xEF\xBB\xBF# ArXiv 每日推荐 - 2026-01-23\r\n\r\n## F\r\n\r\n"
      "### [Score: 8.0/10] T\r\n- **Link:** [https://arxiv.org/abs/1706.03762]"
      "(https://arxiv.org/abs/1706.03762)\r\n- **Reason:** a\r\nb\r\n");
  EXPECT_EQ(digest.date, (Date{2026, 1, 23}));
  ASSERT_EQ(digest.entries.size(), 1U);
  EXPECT_EQ(digest.entries[0].line, 5);
  EXPECT_EQ(digest.entries[0].topic, "F");
  EXPECT_EQ(digest.entries[0].sections.at(0).text, "a\nb");
}

TEST_F(ReaderTest, CarriageReturnsAloneEndLinesToo) {
  const Digest digest = Read("2026-01-23.md",
                             "# Papers\r- [A](https://arxiv.org/abs/1706.03762)"
                             "\r- [B](https://arxiv.org/abs/1706.03763)\r");
  ASSERT_EQ(digest.entries.size(), 2U);
  EXPECT_EQ(digest.entries[1].line, 3);
}

// The ids of the entries.
std::vector<std::string> Ids(const Digest& digest) {
  std::vector<std::string> ids;
  for (const Entry& entry : digest.entries) ids.push_back(entry.id.value);
  return ids;
}

TEST_F(ReaderTest, PapersUnderTheHeadOfADialectThatTheyAreNotOfAreRead) {
  const Digest digest = Read(
      "x.md",
      "# arxiv 2026-01-06\n\n| 标题 | 作者 | 链接 | 摘要 |\n|---|---|---|---|\n"
      "| 一 | Y | [链接](https://arxiv.org/pdf/2601.02360v1) | 摘要 |\n");
  EXPECT_EQ(digest.dialect, Dialect::kGeneric);
  EXPECT_EQ(digest.date, (Date{2026, 1, 6}));
  EXPECT_THAT(Ids(digest), ElementsAre("2601.02360"));
  EXPECT_EQ(digest.entries[0].title, "一");
  EXPECT_EQ(diagnostics_.warnings(), 1U);
}

TEST_F(ReaderTest, LinksOfLinesThatAreNotOfTheDialectAreReported) {
  const Digest digest = Read(
      "x.md",
      "## Updated on 2026.01.22\n\n## cv\n\n"
      "|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n"
      "|**2026-01-22**|**A**|B|[1](http://arxiv.org/abs/2601.00001)|null|\n"
      " |**2026-01-22**|**C**|D|[2](http://arxiv.org/abs/2601.00002)|null|\n"
      "2026-01-22|**E**|F|[3](http://arxiv.org/abs/2601.00003)|null|\n"
      "* 2026-01-22, **G**, H et.al., Paper: "
      "[http://arxiv.org/abs/2601.00004](http://arxiv.org/abs/2601.00004)\n"
      "- [I](http://arxiv.org/abs/2601.00005), "
      "[A](http://arxiv.org/abs/2601.00001)\n");
  EXPECT_THAT(Ids(digest),
              ElementsAre("2601.00001", "2601.00002", "2601.00004"));
  EXPECT_THAT(
      Reports(),
      ElementsAre("x.md:9:24: warning: links to papers that are left out, as "
                  "their lines are not written as this dialect has them: 2, "
                  "this is the first; write them as the others of the file, or "
                  "name the dialect in site.yml"));
}

TEST_F(ReaderTest, ADayWithoutPapersMayLinkToOne) {
  const Digest digest = Read("x.md",
                             "# arxiv 2026-01-26\n> 当天没有抓取到有效论文。\n"
                             "- [方法](https://doi.org/10.1000/method)\n");
  EXPECT_EQ(digest.dialect, Dialect::kDailyTable);
  EXPECT_THAT(digest.entries, IsEmpty());
}

TEST_F(ReaderTest, ALinkThatAnEntryHasIsNotLeftOut) {
  Read("x.md",
       "---\nlink: https://arxiv.org/abs/2601.00009\n---\n"
       "## Updated on 2026.01.22\n\n## cv\n\n"
       "|Publish Date|Title|Authors|PDF|Code|\n|---|---|---|---|---|\n"
       "|**2026-01-22**|**A, see [B](https://arxiv.org/abs/2601.00002)**|C|"
       "[1](http://arxiv.org/abs/2601.00001)|"
       "**[link](https://doi.org/10.5281/zenodo.1)**|\n");
  EXPECT_THAT(Reports(), IsEmpty());
}

TEST_F(ReaderTest, ColumnsOfOtherNamesAreText) {
  const Digest digest = Read(
      "2026-01-23.md",
      "| # | Title | Venue | Abstract | 备注 | Link | Code |\n"
      "|---|---|---|---|---|---|---|\n"
      "| 1 | A | ICML | 摘要 | 值得读 | [x](https://arxiv.org/abs/2601.00001) "
      "| [code](https://c.org/d) |\n"
      "| 2 | B | ICML | | | https://arxiv.org/abs/2601.00002 | |\n");
  ASSERT_EQ(digest.entries.size(), 2U);
  EXPECT_EQ(digest.entries[0].title, "A");
  ASSERT_EQ(digest.entries[0].sections.size(), 1U);
  EXPECT_EQ(digest.entries[0].sections[0].text,
            "摘要\n\nVenue: ICML\n\n备注: 值得读");
  ASSERT_EQ(digest.entries[1].sections.size(), 1U);
  EXPECT_EQ(digest.entries[1].sections[0].text, "Venue: ICML");
}

TEST_F(ReaderTest, WhatIsNotClosedHidesNothing) {
  EXPECT_EQ(Read("2026-01-23.md",
                 "- [A](https://arxiv.org/abs/2601.00001)\n\n```\n"
                 "- [B](https://arxiv.org/abs/2601.00002)\n")
                .entries.size(),
            2U);
  EXPECT_EQ(
      Read("2026-01-23.md", "---\n- [A](https://arxiv.org/abs/2601.00001)\n")
          .entries.size(),
      1U);
}

TEST_F(ReaderTest, ALinkInATextIsNotLeftOut) {
  Read("x.md",
       "# ArXiv 每日推荐 - 2026-01-23\n\n## F\n\n### [Score: 8.0/10] T\n"
       "- **Link:** [x](https://arxiv.org/abs/1706.03762)\n- **Reason:** 见 "
       "https://arxiv.org/abs/2601.00001 。\n");
  EXPECT_THAT(Reports(), IsEmpty());
}

TEST_F(ReaderTest, AScoredListMayHaveOtherHeadingsAndItems) {
  const Digest digest = Read(
      "x.md",
      "# ArXiv 每日推荐 - 2026-01-23\n\n## F\n\n## [Score: 8.0/10] C#\n"
      "* **Authors:** A B\n* **Link:** [x](https://arxiv.org/abs/2601.00001)"
      "\n* **Reason:** 一\n\n#### [Score: 7.5/10] D\n- Authors: E\n"
      "- Link: https://arxiv.org/abs/2601.00002\n- **Reason**: 二\n");
  EXPECT_THAT(Ids(digest), ElementsAre("2601.00001", "2601.00002"));
  EXPECT_EQ(digest.entries[0].title, "C#");
  EXPECT_EQ(digest.entries[0].topic, "F");
  EXPECT_EQ(digest.entries[0].sections.at(0).text, "一");
  EXPECT_EQ(digest.entries[1].authors.front(), "E");
  EXPECT_EQ(digest.entries[1].sections.at(0).text, "二");
  EXPECT_THAT(Reports(), IsEmpty());
}

TEST_F(ReaderTest, AnAnalysedListMayHaveChinesePartsAndNoNumbers) {
  const Digest digest = Read(
      "x.md",
      "# 20260107\n\n## 1. `cs.AI` - A "
      "[PDF](https://arxiv.org/pdf/2601.00001)\n"
      "### 作者\nB\n### 背景\n一\n### 创新点\n二\n"
      "## `cs.CL` - C [PDF](https://arxiv.org/pdf/2601.00002)\n### 结论\n三\n");
  EXPECT_THAT(Ids(digest), ElementsAre("2601.00001", "2601.00002"));
  EXPECT_EQ(digest.entries[0].authors.front(), "B");
  ASSERT_EQ(digest.entries[0].sections.size(), 2U);
  EXPECT_EQ(digest.entries[0].sections[1].key, SectionKey::kInnovation);
  EXPECT_EQ(digest.entries[1].topic, "cs.CL");
  EXPECT_EQ(digest.entries[1].sections.at(0).text, "三");
}

TEST_F(ReaderTest, TagsOfDetailsMayShareALine) {
  const Digest digest = Read(
      "2026-01-23.md",
      "### [1] [A](https://arxiv.org/abs/2601.00001)\n*B*\n\nTL;DR: 一\n"
      "<details><summary>Details</summary> Method: 二</details>\n\n"
      "### [2] [C](https://arxiv.org/abs/2601.00002)\n*D*\n\n"
      "<details><summary>Details</summary>\nMethod: 三\n"
      "<details><summary>x</summary>y</details>\nand more\n\n</details>\n");
  ASSERT_EQ(digest.entries.size(), 2U);
  ASSERT_EQ(digest.entries[0].sections.size(), 2U);
  EXPECT_EQ(digest.entries[0].sections[1].text, "二");
  ASSERT_EQ(digest.entries[1].sections.size(), 1U);
  EXPECT_EQ(digest.entries[1].sections[0].text,
            "三\n<details><summary>x</summary>y</details>\nand more");
  EXPECT_THAT(Reports(), IsEmpty());
}

TEST_F(ReaderTest, WhatAGenericItemSaysBehindItsLinkIsItsText) {
  const Digest digest =
      Read("2026-01-23.md",
           "- [A](https://arxiv.org/abs/2601.00001)：很好。\n  And more.\n"
           "- [B](https://arxiv.org/abs/2601.00002) [code](https://c.org/d)\n"
           "\n```\nmake all\n```\n");
  ASSERT_EQ(digest.entries.size(), 2U);
  EXPECT_EQ(digest.entries[0].sections.at(0).text, "很好。\n  And more.");
  EXPECT_THAT(digest.entries[1].sections, IsEmpty());
}

TEST_F(ReaderTest, ARowThatCannotBeReadIsLeftOutAloneAndReported) {
  const Digest digest =
      Read("a.md",
           std::string("# arxiv 2026-02-03\n\n") + kHeader +
               "| a | b |\n"
               "| c | Ann | [PDF](https://arxiv.org/pdf/1706.03762) | d |\n");
  ASSERT_EQ(digest.entries.size(), 1U);
  EXPECT_EQ(digest.entries[0].title, "c");
  EXPECT_EQ(digest.entries[0].line, 6);
  EXPECT_THAT(Reports(),
              ElementsAre("a.md:5:1: error: row left out: it has no cell "
                          "[PDF](…) or PDF缺失, and 2 cells where the header "
                          "names 4; add what is missing"));
}

TEST_F(ReaderTest, ATranslatorsNoteIsKeptBesideTheTitle) {
  const Digest digest =
      Read("a.md",
           "# Arxiv 2024-09-04 Papers\n\n"
           "| 标题 | 作者 | PDF链接 | 代码仓库 | Title |\n|--|--|--|--|--|\n"
           "| 题目\n\n（注：意译） | Ann | "
           "[PDF](http://arxiv.org/pdf/1706.03762v1) | "
           "N/A | Original |\n");
  const Entry& entry = digest.entries.at(0);
  EXPECT_EQ(entry.title, "题目");
  EXPECT_EQ(entry.title_note, "（注：意译）");
  EXPECT_EQ(entry.original_title, "Original");
  EXPECT_EQ(entry.source, "arxiv");
}

TEST_F(ReaderTest, CodeThatStandsOnlyInTheAbstractIsMarked) {
  const std::string head =
      "## Updated on 2025.10.11\n\n## T\n\n"
      "|Publish Date|Title|Code|Abstract|\n|-|-|-|-|\n"
      "|**2025-10-09**|[A](http://arxiv.org/abs/2510.00001)|null|";
  EXPECT_TRUE(Read("a.md", head + "见https://github.com/a/b。|\n")
                  .entries.at(0)
                  .code_in_text);
  EXPECT_FALSE(Read("a.md", head + "没有代码。|\n").entries.at(0).code_in_text);
}

TEST_F(ReaderTest, EveryDayThatAHeadingNamesIsADayOfTheDigest) {
  const Digest digest =
      Read("a.md",
           "# MedRxiv 2024-09-07 Papers\n\n# MedRxiv 2024-09-04 Papers\n\n"
           "# MedRxiv 2024-09-04 Papers\n");
  EXPECT_THAT(digest.days, ElementsAre(Date{2024, 9, 7}, Date{2024, 9, 4}));
  EXPECT_EQ(digest.date, (Date{2024, 9, 7}));
  EXPECT_EQ(digest.source, "medrxiv");
}

TEST_F(ReaderTest, SlicesOutliveAMoveOfTheDigest) {
  Digest moved =
      Read("a.md", "# 20260131\n## 1. `cs.AI` - a   b [PDF](u), [HTML](v)\n");
  const Digest digest = std::move(moved);
  EXPECT_EQ(digest.entries.at(0).title, "a b");
  EXPECT_EQ(digest.entries.at(0).topic, "cs.AI");
}

TEST_F(ReaderTest, InspectPrintsOneLineWithEveryKey) {
  const Digest digest =
      Read("a.md",
           "# 20260131\n"
           "## 1. `cs.AI` - a\b [PDF](https://arxiv.org/pdf/1706.03762v2), "
           "[HTML](h)\n### Authors\nAnn\n### Conclusion\n\"c\"\nd\n");
  std::string json;
  AppendInspectJson(digest, diagnostics_.list(), &json);
  EXPECT_EQ(
      json,
      R"({"file":"a.md","dialect":"analysed-list","date":"2026-01-31",)"
      R"("source":"arxiv","meta":{},"papers":[{"line":2,"id":"1706.03762",)"
      R"("version":2,"title":"a\u0008","authors":["Ann"],"topic":"cs.AI",)"
      R"("date":"2026-01-31","score":null,"links":{"abs":null,)"
      R"("pdf":"https://arxiv.org/pdf/1706.03762v2","html":"h","code":null},)"
      R"("sections":{"conclusion":"\"c\"\nd"}}],"diagnostics":[]})");
}

TEST_F(ReaderTest, InspectPrintsTheFilesDiagnostics) {
  const Digest digest =
      Read("a.md", "- https://arxiv.org/abs/1706.03762\n", Dialect::kGeneric);
  std::string json;
  AppendInspectJson(digest, diagnostics_.list(), &json);
  EXPECT_THAT(
      json, testing::HasSubstr(R"("diagnostics":[{"line":1,"column":1,)"
                               R"("severity":"warning","message":"no date: )"));
}

}  // namespace
}  // namespace offprint
