// Each format on papers that are hard for it.
#include "citations/formats.h"

#include <gtest/gtest.h>

#include <deque>
#include <set>

#include "citations/bibtex.h"
#include "citations/csl_json.h"
#include "citations/csv.h"
#include "citations/key.h"
#include "citations/ris.h"
#include "unit/citations/citations.h"

namespace offprint {
namespace {

using Append = void (*)(const Citation&, std::string*);

std::string Format(Append append, const Citation& citation) {
  std::string out;
  append(citation, &out);
  return out;
}

const Citation kNasty = CitationOfPaper(
    ArxivId("2601.00001"), R"(R&D of $x_1$: "LLMs" </script> 100% {法})",
    {"Guido van Rossum", "张三", "Health and Human", "et al."});

TEST(BibtexTest, AnEntryOfArxiv) {
  EXPECT_EQ(Format(AppendBibtex, kNasty),
            "@misc{rossum2026rd-2601.00001,\n"
            "  title = {{R}\\&{D} of {$x_1$}: \"{LLMs}\" </script> 100\\% "
            "\\{法\\}},\n"
            "  author = {van Rossum, Guido and 张三 and {Health and Human} and "
            "others},\n"
            "  year = {2026},\n"
            "  month = jan,\n"
            "  eprint = {2601.00001},\n"
            "  archivePrefix = {arXiv},\n"
            "  url = {https://arxiv.org/abs/2601.00001}\n"
            "}\n");
}

TEST(BibtexTest, AnEntryWithADoi) {
  Citation citation = CitationOfPaper(Doi("10.1038/a_b{c"), "Title");
  EXPECT_EQ(Format(AppendBibtex, citation),
            "@article{papertitle-10.1038-a_5fb_7bc,\n"
            "  title = {Title},\n"
            "  doi = {10.1038/a_b%7Bc},\n"
            "  url = {https://doi.org/10.1038/a_b%7Bc}\n"
            "}\n");
}

TEST(RisTest, HasATagALineAndCrLf) {
  EXPECT_EQ(Format(AppendRis, kNasty),
            "TY  - UNPB\r\n"
            "ID  - rossum2026rd-2601.00001\r\n"
            "TI  - R&D of $x_1$: \"LLMs\" </script> 100% {法}\r\n"
            "AU  - van Rossum, Guido\r\n"
            "AU  - 张三\r\n"
            "AU  - Health and Human\r\n"
            "AU  - et al.\r\n"
            "PY  - 2026\r\n"
            "DA  - 2026/01/\r\n"
            "PB  - arXiv\r\n"
            "AN  - arXiv:2601.00001\r\n"
            "UR  - https://arxiv.org/abs/2601.00001\r\n"
            "L1  - https://arxiv.org/pdf/2601.00001\r\n"
            "ER  - \r\n");
}

TEST(CslJsonTest, AnItemOfArxiv) {
  EXPECT_EQ(Format(AppendCslJson, kNasty),
            R"({"id":"rossum2026rd-2601.00001","type":"article",)"
            R"("title":"R&D of $x_1$: \"LLMs\" \u003c/script> 100% {法}",)"
            R"("author":[{"family":"Rossum","given":"Guido",)"
            R"("non-dropping-particle":"van"},{"literal":"张三"},)"
            R"({"literal":"Health and Human"},{"literal":"et al."}],)"
            R"("issued":{"date-parts":[[2026,1]]},"publisher":"arXiv",)"
            R"("number":"arXiv:2601.00001",)"
            R"("URL":"https://arxiv.org/abs/2601.00001"})");
}

std::string Cell(std::string_view text) {
  std::string out;
  AppendCsvCell(text, &out);
  return out;
}

TEST(CsvTest, CellsAreQuotedAsRfc4180Wants) {
  EXPECT_EQ(Cell("a b"), "a b");
  EXPECT_EQ(Cell("a,b"), "\"a,b\"");
  EXPECT_EQ(Cell("a \"b\""), "\"a \"\"b\"\"\"");
  EXPECT_EQ(Cell("a\r\nb"), "\"a\r\nb\"");
}

TEST(CsvTest, NoCellIsAFormula) {
  EXPECT_EQ(Cell("=1+1"), "'=1+1");
  EXPECT_EQ(Cell("+1"), "'+1");
  EXPECT_EQ(Cell("-1"), "'-1");
  EXPECT_EQ(Cell("@SUM(A1)"), "'@SUM(A1)");
  EXPECT_EQ(Cell("\t=1"), "'\t=1");
  EXPECT_EQ(Cell("\r=1"), "\"'\r=1\"");
  EXPECT_EQ(Cell("＝1,2"), "\"'＝1,2\"");
  EXPECT_EQ(Cell("1=1"), "1=1");
}

TEST(KeyTest, IsOfAsciiLettersDigitsAndSigns) {
  EXPECT_EQ(
      CitationKey(CitationOfPaper(ArxivId("1706.03762"), "On the Größe of Łoś",
                                  {"Jörg Müller-Żak"})),
      "mullerzak2017grosse-1706.03762");
  EXPECT_EQ(
      CitationKey(CitationOfPaper(ArxivId("2601.00001"), "扩散模型", {"张三"})),
      "paper2026-2601.00001");
}

TEST(KeyTest, IdsThatDifferGiveKeysThatDiffer) {
  std::set<std::string> keys;
  const std::vector<std::string> ids = {"10.1/a/b",   "10.1/a-b", "10.1/a_b",
                                        "10.1/a_2fb", "10.1/a(b", "10.1/a)b"};
  for (const std::string& id : ids) {
    keys.insert(CitationKey(CitationOfPaper(Doi(id), "T")));
  }
  EXPECT_EQ(keys.size(), ids.size());
}

// A site without pages, of papers that have a title alone.
struct SmallSite {
  explicit SmallSite(size_t papers) {
    archive.papers.resize(papers);
    for (size_t i = 0; i < papers; ++i) {
      archive.papers[i].id = ArxivId("2601.0000" + std::to_string(i));
      archive.papers[i].title = "T";
    }
    site.archive = &archive;
    site.config = &config;
    site.paper_pages.assign(papers, kNoIndex);
  }

  std::string Write(std::string_view format, size_t jobs = 1) const {
    std::vector<PaperIndex> papers;
    for (PaperIndex i = 0; i < archive.papers.size(); ++i) papers.push_back(i);
    std::string out;
    WritePapers(site, papers, *FindCitationFormat(format), jobs,
                [&](std::string_view bytes) { out += bytes; });
    return out;
  }

  Archive archive;
  SiteConfig config;
  Site site;
};

TEST(FormatsTest, FilesWithoutPapers) {
  const SmallSite none(0);
  EXPECT_EQ(none.Write("bibtex"), "");
  EXPECT_EQ(none.Write("ris"), "");
  EXPECT_EQ(none.Write("csl-json"), "[\n\n]\n");
  EXPECT_EQ(none.Write("csv"), CsvHead());
  EXPECT_EQ(none.Write("jsonl"), "");
}

TEST(FormatsTest, PapersStandApart) {
  const SmallSite two(2);
  EXPECT_NE(two.Write("bibtex").find("}\n\n@misc{"), std::string::npos);
  EXPECT_NE(two.Write("ris").find("ER  - \r\n\r\nTY  - "), std::string::npos);
  EXPECT_NE(two.Write("csl-json").find("},\n{"), std::string::npos);
  EXPECT_EQ(two.Write("csl-json").substr(0, 2), "[\n");
}

TEST(FormatsTest, ThreadsChangeNothing) {
  const SmallSite site(9);
  for (const CitationFormat& format : CitationFormats()) {
    EXPECT_EQ(site.Write(format.name, 4), site.Write(format.name, 1));
  }
  EXPECT_EQ(FindCitationFormat("endnote"), nullptr);
}

}  // namespace
}  // namespace offprint
