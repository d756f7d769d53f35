#include "base/slug.h"

#include <gtest/gtest.h>

#include "base/text.h"

namespace offprint {
namespace {

std::string Slugged(std::string_view name) { return MakeSlug(name).value; }

TEST(MakeSlug, JoinsWordsWithHyphens) {
  EXPECT_EQ(Slugged("Large Language Models"), "large-language-models");
  EXPECT_EQ(Slugged("  A & B / C  "), "a-b-c");
  EXPECT_EQ(Slugged("RAG_(retrieval)"), "rag-retrieval");
}

TEST(MakeSlug, KeepsChinese) {
  EXPECT_EQ(Slugged("多模态"), "多模态");
  EXPECT_EQ(Slugged("大模型 PEFT"), "大模型-peft");
}

TEST(MakeSlug, KeepsTheDotOfACategory) {
  EXPECT_EQ(Slugged("cs.CV"), "cs.cv");
  EXPECT_EQ(Slugged("a. b"), "a-b");
  EXPECT_EQ(Slugged("a..b"), "a-b");
}

TEST(MakeSlug, NormalisesWidthAndCase) {
  EXPECT_EQ(Slugged("ＡＩ"), "ai");
  EXPECT_EQ(Slugged("Straße"), "strasse");
  EXPECT_EQ(Slugged("e\u0301t\u00E9"), "\u00E9t\u00E9");
}

TEST(MakeSlug, NeverLeavesTheFolder) {
  for (const char* name :
       {".", "..", "../etc/passwd", "/", "\\", "a/../b", "C:\\x", "%2e%2e%2f",
        "．．／x", ".git", "~", "_x", "#x", "a\nb", "a\x7F", "x~"}) {
    const std::string slug = Slugged(name);
    EXPECT_FALSE(slug.empty()) << name;
    EXPECT_EQ(slug.find_first_of("/\\%:~_#\n\x7F"), std::string::npos) << slug;
    EXPECT_NE(slug.front(), '.') << name;
    EXPECT_NE(slug.back(), '.') << name;
  }
}

TEST(MakeSlug, IsNeverTheFileOfItsFolder) {
  EXPECT_EQ(Slugged("Index.HTML"), "index-html");
  EXPECT_EQ(Slugged("index.html 5"), "index.html-5");
}

TEST(MakeSlug, HashesANameWithoutWords) {
  EXPECT_EQ(Slugged("???").substr(0, 2), "x-");
  EXPECT_EQ(Slugged("???").size(), 10U);
  EXPECT_NE(Slugged("???"), Slugged("!!!"));
  EXPECT_EQ(Slugged("").substr(0, 2), "x-");
}

TEST(MakeSlug, CutsALongNameBetweenCharacters) {
  std::string name;
  for (int i = 0; i < 100; ++i) name += "长";
  const std::string slug = Slugged(name);
  EXPECT_LE(slug.size(), 115U);
  EXPECT_GE(slug.size(), 110U);
  EXPECT_FALSE(FindInvalidUtf8(slug));
}

TEST(MakeSlug, ReadsANameThatIsNotUtf8) {
  EXPECT_EQ(Slugged("\xFF\xFE").substr(0, 2), "x-");
}

TEST(MakeDistinctSlug, KeepsNamesOfOneSlugApart) {
  const std::string upper = MakeDistinctSlug("C++").value;
  const std::string plain = MakeDistinctSlug("C").value;
  EXPECT_EQ(upper.substr(0, 2), "c-");
  EXPECT_EQ(upper.size(), 6U);
  EXPECT_NE(upper, plain);
}

}  // namespace
}  // namespace offprint
