#include "render/citation.h"

#include <gtest/gtest.h>

#include <deque>

namespace offprint {
namespace {

Citation OfPaper(const PaperId& id, std::string_view title,
                 std::vector<std::string_view> authors = {}) {
  Archive archive;
  static std::deque<Paper> papers;  // a citation is slices of its paper
  Paper& paper = papers.emplace_back();
  paper.id = id;
  paper.title = title;
  for (const std::string_view author : authors) {
    paper.authors.push_back(static_cast<AuthorIndex>(archive.authors.size()));
    archive.authors.push_back({author, {}, {}});
  }
  return CitationOf(archive, paper);
}

const PaperId kArxiv = {PaperId::Kind::kArxiv, "1706.03762"};

TEST(CitationTest, AnArxivIdTellsTheMonth) {
  EXPECT_EQ(SlashedDate(OfPaper(kArxiv, "T")), "2017/06");
  EXPECT_EQ(
      SlashedDate(OfPaper({PaperId::Kind::kArxiv, "hep-th/9901001"}, "T")),
      "1999/01");
}

TEST(CitationTest, ABiorxivDoiTellsTheDay) {
  EXPECT_EQ(SlashedDate(OfPaper(
                {PaperId::Kind::kDoi, "10.1101/2024.09.01.610000"}, "T")),
            "2024/09/01");
  EXPECT_EQ(SlashedDate(OfPaper({PaperId::Kind::kDoi, "10.1101/622803"}, "T")),
            "");
}

TEST(CitationTest, BibtexKeepsTexAndEscapesTheRest) {
  const Citation citation =
      OfPaper(kArxiv, "Cats & $L_2$ norms_1", {"A One", "B Two"});
  EXPECT_EQ(FormatBibtex(citation, kArxiv),
            "@misc{arXiv:1706.03762,\n"
            "  title = {{Cats \\& $L_2$ norms\\_1}},\n"
            "  author = {A One and B Two},\n"
            "  year = {2017},\n"
            "  eprint = {1706.03762},\n"
            "  archivePrefix = {arXiv},\n"
            "  url = {https://arxiv.org/abs/1706.03762}\n"
            "}\n");
}

TEST(CitationTest, BracesThatDoNotPairLeaveBibtexReadable) {
  const std::string bibtex = FormatBibtex(OfPaper(kArxiv, "A } b {"), kArxiv);
  EXPECT_NE(bibtex.find("{{A  b }}"), std::string::npos) << bibtex;
}

TEST(CitationTest, RisHasATagALine) {
  EXPECT_EQ(FormatRis(OfPaper(kArxiv, "T", {"A One"})),
            "TY  - UNPB\nTI  - T\nAU  - A One\nPY  - 2017\nDA  - 2017/06/\n"
            "UR  - https://arxiv.org/abs/1706.03762\n"
            "L1  - https://arxiv.org/pdf/1706.03762\nER  - \n");
}

TEST(CitationTest, JsonLdCannotEndItsScript) {
  const std::string json =
      FormatJsonLd(OfPaper(kArxiv, "</script><b>"), "https://e.org/", "zh");
  EXPECT_EQ(json.find('<'), std::string::npos) << json;
  EXPECT_NE(json.find("\"datePublished\":\"2017-06\""), std::string::npos);
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
}

}  // namespace
}  // namespace offprint
