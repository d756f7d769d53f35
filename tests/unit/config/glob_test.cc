#include "config/glob.h"

#include <gtest/gtest.h>

#include <string>

namespace offprint {
namespace {

TEST(GlobTest, StarStaysInsideOnePart) {
  EXPECT_TRUE(MatchesGlob("arxiv/*.md", "arxiv/2026-01-23.md"));
  EXPECT_FALSE(MatchesGlob("arxiv/*.md", "arxiv/2026/01.md"));
  EXPECT_FALSE(MatchesGlob("arxiv/*.md", "arxiv/2026-01-23.txt"));
  EXPECT_TRUE(MatchesGlob("a*b*c", "aXbXbXc"));
  EXPECT_FALSE(MatchesGlob("a*b*c", "aXcXb"));
}

TEST(GlobTest, TwoStarsCrossAnyNumberOfParts) {
  EXPECT_TRUE(MatchesGlob("a/**/z.md", "a/z.md"));
  EXPECT_TRUE(MatchesGlob("a/**/z.md", "a/b/c/z.md"));
  EXPECT_FALSE(MatchesGlob("a/**/z.md", "b/a/z.md"));
  EXPECT_TRUE(MatchesGlob("a/**", "a/b/c"));
  EXPECT_TRUE(MatchesGlob("**/b/*/d", "a/b/b/c/d"));
  EXPECT_FALSE(MatchesGlob("**/b/*/d", "a/b/c/c/d"));
}

TEST(GlobTest, WithoutASlashItMatchesAtAnyDepth) {
  EXPECT_TRUE(MatchesGlob("README.md", "README.md"));
  EXPECT_TRUE(MatchesGlob("README.md", "a/b/README.md"));
  EXPECT_FALSE(MatchesGlob("README.md", "a/b/XREADME.md"));
  EXPECT_FALSE(MatchesGlob("/README.md", "a/README.md"));
  EXPECT_TRUE(MatchesGlob("/README.md", "README.md"));
}

TEST(GlobTest, AFolderTakesWhatLiesInIt) {
  EXPECT_TRUE(MatchesGlob("drafts", "drafts/a/b.md"));
  EXPECT_TRUE(MatchesGlob("drafts/", "x/drafts/b.md"));
  EXPECT_FALSE(MatchesGlob("drafts/", "x/drafts"));
  EXPECT_TRUE(MatchesGlob("a/b", "a/b/c.md"));
  EXPECT_FALSE(MatchesGlob("a/b", "a/bc.md"));
}

TEST(GlobTest, KnowsSetsQuestionMarksAndBackslashes) {
  EXPECT_TRUE(MatchesGlob("202[56]-??.md", "2026-01.md"));
  EXPECT_FALSE(MatchesGlob("202[56]-??.md", "2024-01.md"));
  EXPECT_TRUE(MatchesGlob("[!a-c]x", "dx"));
  EXPECT_FALSE(MatchesGlob("[!a-c]x", "bx"));
  EXPECT_TRUE(MatchesGlob("\\*.md", "*.md"));
  EXPECT_FALSE(MatchesGlob("\\*.md", "a.md"));
  EXPECT_TRUE(MatchesGlob("a[b", "a[b"));
}

TEST(GlobTest, CountsChineseAsCharacters) {
  EXPECT_TRUE(MatchesGlob("每?论文.md", "每日论文.md"));
  EXPECT_TRUE(MatchesGlob("[一-龥]*.md", "每日.md"));
  EXPECT_FALSE(MatchesGlob("??.md", "日.md"));
}

TEST(GlobTest, TheLastPatternWithASayCounts) {
  const std::vector<std::string> most = {"*.md", "!keep.md", "/a/keep.md"};
  EXPECT_TRUE(MatchesGlobs(most, "x.md"));
  EXPECT_FALSE(MatchesGlobs(most, "b/keep.md"));
  EXPECT_TRUE(MatchesGlobs(most, "a/keep.md"));
  EXPECT_FALSE(MatchesGlobs(most, "x.txt"));
  EXPECT_TRUE(MatchesGlobs({"\\!x.md"}, "!x.md"));
  EXPECT_FALSE(MatchesGlobs({"!x.md"}, "x.md"));
  EXPECT_FALSE(MatchesGlobs({}, "x.md"));
}

TEST(GlobTest, NothingInAFolderThatIsTakenCanBeHadBack) {
  for (const char* folder : {"docs", "docs/", "/a/docs/"}) {
    const std::vector<std::string> patterns = {folder, "!keep.md",
                                               "!a/docs/keep.md"};
    EXPECT_TRUE(MatchesGlobs(patterns, "a/docs/keep.md")) << folder;
  }
  EXPECT_FALSE(MatchesGlobs({"docs/*", "!docs/keep.md"}, "docs/keep.md"));
  EXPECT_FALSE(MatchesGlobs({"docs/"}, "docs"));
}

TEST(GlobTest, AnEmptyPatternMatchesNothing) {
  EXPECT_FALSE(MatchesGlob("", "a"));
  EXPECT_FALSE(MatchesGlob("/", "a"));
}

TEST(GlobTest, ManyStarsDoNotTakeForever) {
  std::string stars;
  std::string deep;
  for (int i = 0; i < 40; ++i) {
    stars += "**/*a*/";
    deep += "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa/";
  }
  EXPECT_FALSE(MatchesGlob(stars + "b", deep + "c"));
}

}  // namespace
}  // namespace offprint
