#include "model/paper_id.h"

#include <gtest/gtest.h>

namespace offprint {
namespace {

constexpr auto kArxiv = PaperId::Kind::kArxiv;
constexpr auto kDoi = PaperId::Kind::kDoi;

void ExpectUrl(std::string_view url, PaperId::Kind kind, std::string_view value,
               int version = 0) {
  const VersionedId read = IdFromUrl(url);
  EXPECT_EQ(read.id.kind, kind) << url;
  EXPECT_EQ(read.id.value, value) << url;
  EXPECT_EQ(read.version, version) << url;
}

TEST(IdFromUrl, ReadsEveryFormOfAnArxivAddress) {
  ExpectUrl("https://arxiv.org/abs/2601.02360", kArxiv, "2601.02360");
  ExpectUrl("http://arxiv.org/abs/2601.02360v2", kArxiv, "2601.02360", 2);
  ExpectUrl("https://arxiv.org/pdf/2601.02360v12", kArxiv, "2601.02360", 12);
  ExpectUrl("https://arxiv.org/pdf/2601.02360v1.pdf", kArxiv, "2601.02360", 1);
  ExpectUrl("https://arxiv.org/pdf/2601.02360.pdf", kArxiv, "2601.02360");
  ExpectUrl("https://www.arxiv.org/html/2601.02360", kArxiv, "2601.02360");
  ExpectUrl("https://export.arxiv.org/abs/0704.0001", kArxiv, "0704.0001");
  ExpectUrl("arxiv.org/abs/2601.02360", kArxiv, "2601.02360");
  ExpectUrl(" https://arXiv.org/abs/2601.02360#x ", kArxiv, "2601.02360");
}

TEST(IdFromUrl, ReadsOldArxivIds) {
  ExpectUrl("http://arxiv.org/abs/q-bio/0601001v1", kArxiv, "q-bio/0601001", 1);
  ExpectUrl("https://arxiv.org/pdf/math.GT/0309136", kArxiv, "math.GT/0309136");
}

TEST(IdFromUrl, ReadsArxivDois) {
  ExpectUrl("https://doi.org/10.48550/arXiv.2601.02360", kArxiv, "2601.02360");
}

TEST(IdFromUrl, ReadsDois) {
  ExpectUrl("https://doi.org/10.1101/2024.09.01.610000", kDoi,
            "10.1101/2024.09.01.610000");
  ExpectUrl("http://dx.doi.org/10.1038/S41586-020-2649-2", kDoi,
            "10.1038/s41586-020-2649-2");
}

TEST(IdFromUrl, ReadsPreprintAddresses) {
  const char* doi = "10.1101/2024.09.01.610000";
  const std::string base = std::string("rxiv.org/content/") + doi;
  ExpectUrl("https://www.bio" + base + "v2.full.pdf", kDoi, doi, 2);
  ExpectUrl("https://www.med" + base + "v1.full.pdf", kDoi, doi, 1);
  ExpectUrl("https://www.bio" + base + "v2.full.pdf+html", kDoi, doi, 2);
  ExpectUrl("https://www.bio" + base + "v1", kDoi, doi, 1);
  ExpectUrl("https://www.bio" + base + "v3.abstract", kDoi, doi, 3);
  ExpectUrl("https://www.bio" + base + "v3.full", kDoi, doi, 3);
  ExpectUrl("https://www.bio" + base, kDoi, doi);
}

TEST(IdFromUrl, RefusesOtherAddresses) {
  for (const char* url :
       {"", "https://arxiv.org/", "https://arxiv.org/abs/", "https://x.org/1",
        "https://arxiv.org/abs/2601.023601", "https://arxiv.org/abs/601.02360",
        "https://arxiv.org/abs/2601.02360x", "https://arxiv.org/list/cs.CV/new",
        "https://github.com/a/b", "https://doi.org/10.x/y", "https://doi.org/",
        "https://evil.org/arxiv.org/abs/2601.02360",
        "javascript:arxiv.org/abs/2601.02360"}) {
    EXPECT_TRUE(IdFromUrl(url).id.empty()) << url;
  }
}

TEST(IdFromText, ReadsBareIds) {
  EXPECT_EQ(IdFromText("2601.02360v2").id.value, "2601.02360");
  EXPECT_EQ(IdFromText("2601.02360v2").version, 2);
  EXPECT_EQ(IdFromText("arXiv:2601.02360").id.kind, kArxiv);
  EXPECT_EQ(IdFromText("doi: 10.1101/ABC").id.value, "10.1101/abc");
  EXPECT_TRUE(IdFromText("2601").id.empty());
  EXPECT_TRUE(IdFromText("A title").id.empty());
}

TEST(HashId, IsTheSameOnEveryRun) {
  EXPECT_EQ(HashId("a").kind, PaperId::Kind::kHash);
  EXPECT_EQ(HashId("a").value, "af63dc4c8601ec8c");
}

TEST(AbstractUrl, LeadsToTheSource) {
  EXPECT_EQ(AbstractUrl({kArxiv, "2601.02360"}),
            "https://arxiv.org/abs/2601.02360");
  EXPECT_EQ(AbstractUrl({kDoi, "10.1101/x"}), "https://doi.org/10.1101/x");
  EXPECT_EQ(AbstractUrl(HashId("a")), "");
}

}  // namespace
}  // namespace offprint
