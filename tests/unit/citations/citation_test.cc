#include "citations/citation.h"

#include <gtest/gtest.h>

#include "citations/json_ld.h"
#include "unit/citations/citations.h"

namespace offprint {
namespace {

TEST(CitationTest, AnArxivIdTellsTheMonth) {
  EXPECT_EQ(SlashedDate(CitationOfPaper(ArxivId("1706.03762"), "T")),
            "2017/06");
  EXPECT_EQ(SlashedDate(CitationOfPaper(ArxivId("hep-th/9901001"), "T")),
            "1999/01");
}

TEST(CitationTest, ABiorxivDoiTellsTheDay) {
  EXPECT_EQ(SlashedDate(CitationOfPaper(Doi("10.1101/2024.09.01.610000"), "T")),
            "2024/09/01");
  EXPECT_EQ(SlashedDate(CitationOfPaper(Doi("10.1101/622803"), "T")), "");
}

TEST(CitationTest, APreprintIsNoArticle) {
  EXPECT_FALSE(IsArticle(CitationOfPaper(ArxivId("1706.03762"), "T")));
  EXPECT_FALSE(IsArticle(CitationOfPaper(Doi("10.1101/622803"), "T")));
  EXPECT_FALSE(IsArticle(CitationOfPaper(Doi("10.64898/2026.01.02.1"), "T")));
  EXPECT_TRUE(IsArticle(CitationOfPaper(Doi("10.1038/nature14539"), "T")));
}

TEST(CitationTest, ThePrimaryClassIsATopicOrInTheId) {
  Archive archive;
  for (const std::string_view name : {"大模型", "cs.XYZ.1", "cs.CL", "cs.AI"}) {
    archive.topics.push_back({name, {}, {}});
  }
  Paper paper;
  paper.id = ArxivId("1706.03762");
  paper.topics = {0, 1, 2, 3};
  EXPECT_EQ(CitationOf(archive, paper).primary_class, "cs.CL");
  paper.id = ArxivId("hep-th/9901001");
  EXPECT_EQ(CitationOf(archive, paper).primary_class, "hep-th");
  paper.id = Doi("10.1101/622803");
  EXPECT_EQ(CitationOf(archive, paper).primary_class, "");
}

TEST(CitationTest, OnlyWebAddressesBecomeLinks) {
  Archive archive;
  Paper paper;
  paper.id = {PaperId::Kind::kHash, "0123456789abcdef"};
  paper.title = "T";
  paper.links.abs = "javascript:alert(1)";
  paper.links.pdf = "https://example.org/a b.pdf";
  const Citation citation = CitationOf(archive, paper);
  EXPECT_EQ(citation.abs, "");
  EXPECT_EQ(citation.pdf, "");
  EXPECT_EQ(citation.url, "");
}

TEST(CitationTest, TheIdGoesBeforeTheLinksOfDigests) {
  Archive archive;
  Paper paper;
  paper.id = ArxivId("1706.03762");
  paper.title = "T";
  paper.links.abs = "https://arxiv.org/abs/1706.03762v7";
  paper.links.pdf = "https://arxiv.org/pdf/1706.03762v7";
  const Citation citation = CitationOf(archive, paper);
  EXPECT_EQ(citation.url, "https://arxiv.org/abs/1706.03762");
  EXPECT_EQ(citation.file, "https://arxiv.org/pdf/1706.03762");
  EXPECT_EQ(citation.abs, "https://arxiv.org/abs/1706.03762v7");
}

TEST(CitationTest, TextsAreOneLineWithoutControls) {
  const Citation citation =
      CitationOfPaper(ArxivId("1706.03762"),
                      "A\x01 &lt;\tB\u0085 &amp; <i>C</i>\x7F", {"X\n Y"});
  EXPECT_EQ(citation.title, "A < B & C");
  EXPECT_EQ(citation.authors.front(), "X Y");
}

TEST(CitationTest, TheCompactFormLeavesOutWhatThePageOrTheIdTells) {
  const Citation citation =
      CitationOfPaper(ArxivId("1706.03762"), "T", {"A One", "B Two"});
  EXPECT_EQ(CompactForm(citation, " T"),
            "1706.03762\t2017/06\t\t\t\t\t\t\t\tA One\tB Two");
  EXPECT_EQ(CompactForm(citation, "Another"),
            "1706.03762\t2017/06\t\t\t\t\t\t\tT\tA One\tB Two");
  Archive archive;
  Paper paper;
  paper.id = {PaperId::Kind::kHash, "0123456789abcdef"};
  paper.title = "T";
  paper.links.abs = "https://e.org/";
  paper.links.pdf = "https://e.org/p";
  EXPECT_EQ(CompactForm(CitationOf(archive, paper), "T"),
            "0123456789abcdef\t\t\thttps://e.org/\thttps://e.org/p\t\t\t\t");
}

TEST(CitationTest, JsonLdCannotEndItsScript) {
  const std::string json =
      FormatJsonLd(CitationOfPaper(ArxivId("1706.03762"), "</script><b>"),
                   "https://e.org/", "zh");
  EXPECT_EQ(json.find('<'), std::string::npos) << json;
  EXPECT_NE(json.find("\"datePublished\":\"2017-06\""), std::string::npos);
}

}  // namespace
}  // namespace offprint
