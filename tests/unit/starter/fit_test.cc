#include "starter/fit.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include "config/glob.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// Digests as a reader would leave them.
class Pile {
 public:
  // A digest of the 23rd with papers of that title, published on those days of
  // the month.
  void Add(std::string name, Dialect dialect, std::string_view title,
           const std::vector<int>& days) {
    Digest digest;
    digest.source_file = SourceFile(std::move(name), "", ignored_);
    digest.dialect = dialect;
    for (const int day : days) {
      Entry entry;
      entry.title = title;
      entry.day = Date{2026, 1, 23};
      entry.published = Date{2026, 1, day};
      digest.entries.push_back(std::move(entry));
    }
    digests.push_back(std::move(digest));
  }

  std::vector<Digest> digests;

 private:
  Diagnostics ignored_;
};

std::vector<std::string> RulesOf(const Pile& pile) {
  std::vector<std::string> lines;
  for (const DialectRule& rule : DialectsOf(pile.digests)) {
    lines.push_back(rule.files + ": " + rule.dialect);
  }
  return lines;
}

TEST(FitTest, TheLanguageIsThatOfThePapers) {
  Pile pile;
  pile.Add("a.md", Dialect::kScoredList, "Cups", std::vector<int>(10, 1));
  EXPECT_EQ(LanguageOf(pile.digests), "en");
  pile.Add("b.md", Dialect::kScoredList, "杯子", {1});
  EXPECT_EQ(LanguageOf(pile.digests), "en");
  pile.Add("c.md", Dialect::kScoredList, "盘子 Plates", {1, 2});
  EXPECT_EQ(LanguageOf(pile.digests), "zh-CN");
  EXPECT_EQ(LanguageOf({}), "zh-CN");
}

TEST(FitTest, TopicTablesStandOnDaysOfPublication) {
  Pile pile;
  pile.Add("README.md", Dialect::kTopicTable, "Cups", {1, 2, 3});
  EXPECT_EQ(DaysOf(pile.digests), DayDate::kPublished);
  pile.Add("b.md", Dialect::kScoredList, "Cups", {4, 5, 6});
  EXPECT_EQ(DaysOf(pile.digests), DayDate::kDigest);
}

TEST(FitTest, TopicTablesOfADayStandOnTheirs) {
  Pile pile;
  pile.Add("README.md", Dialect::kTopicTable, "Cups", {1, 1});
  EXPECT_EQ(DaysOf(pile.digests), DayDate::kDigest);
}

TEST(FitTest, OneRuleForAFolderWithNoKnownDialect) {
  Pile pile;
  pile.Add("content/a.md", Dialect::kScoredList, "Cups", {1});
  pile.Add("content/notes/a.md", Dialect::kGeneric, "Cups", {1});
  pile.Add("content/notes/b.md", Dialect::kGeneric, "Cups", {1});
  pile.Add("content/notes/about.md", Dialect::kGeneric, "", {});
  pile.Add("content/notes/b.txt", Dialect::kGeneric, "Cups", {1});
  EXPECT_THAT(RulesOf(pile), ElementsAre("content/notes/*.md: generic",
                                         "content/notes/*.txt: generic"));
}

TEST(FitTest, ARuleForEachFileAmongOthers) {
  Pile pile;
  pile.Add("content/a.md", Dialect::kScoredList, "Cups", {1});
  pile.Add("content/b[1].md", Dialect::kGeneric, "Cups", {1});
  pile.Add("content/c.md", Dialect::kGeneric, "", {});
  EXPECT_THAT(RulesOf(pile), ElementsAre("content/b\\[1\\].md: generic"));
}

TEST(FitTest, NoRulesWhereContentTells) {
  Pile pile;
  pile.Add("content/a.md", Dialect::kScoredList, "Cups", {1});
  pile.Add("content/about.md", Dialect::kGeneric, "", {});
  EXPECT_THAT(RulesOf(pile), IsEmpty());
}

TEST(FitTest, RulesMatchDigestsOutsideOfTheSite) {
  Pile pile;
  pile.Add("/pile/notes/a.md", Dialect::kGeneric, "Cups", {1});
  pile.Add("/pile/b.md", Dialect::kScoredList, "Cups", {1});
  pile.Add("/pile/c.md", Dialect::kGeneric, "Cups", {1});
  EXPECT_THAT(RulesOf(pile),
              ElementsAre("**/notes/*.md: generic", "**/pile/c.md: generic"));
  EXPECT_TRUE(MatchesGlob("**/notes/*.md", "../pile/notes/a.md"));
  EXPECT_TRUE(MatchesGlob("**/pile/c.md", "../pile/c.md"));
}

TEST(FitTest, APatternMatchesItsPathAlone) {
  for (const char* path : {"a*.md", "!a", "#a", "[a]", "b\\?", "论文", "x/y"}) {
    EXPECT_TRUE(MatchesGlob(PatternOf(path), path)) << path;
  }
  EXPECT_EQ(PatternOf("a.md"), "/a.md");
  EXPECT_FALSE(MatchesGlob(PatternOf("a.md"), "b/a.md"));
}

TEST(FitTest, WhatIsNotOfTheSiteIsLeftOut) {
  const std::vector<std::string> names = {
      ".git",   "CNAME",  "README.md", "_layouts", "assets",
      "papers", "run.py", "site.yml",  "themes",   "public"};
  EXPECT_THAT(ExcludeOf(names, "papers/2026"),
              ElementsAre("/README.md", "/run.py"));
  EXPECT_THAT(ExcludeOf(names, "../x"),
              ElementsAre("/README.md", "/papers", "/run.py"));
}

TEST(FitTest, TheNewReadMeIsNotOfTheSite) {
  EXPECT_THAT(ExcludeOf({"papers"}, "papers"), ElementsAre("/README.md"));
  EXPECT_THAT(ExcludeOf({"2026-01-23.md"}, "."),
              ElementsAre("/public/", "/README.md"));
}

TEST(FitTest, BuildsAreNotReadAsDigests) {
  EXPECT_THAT(ExcludeOf({"README.md", "run.py"}, "."), ElementsAre("/public/"));
  EXPECT_THAT(ExcludeOf({"README.md", "run.py"}, "../.."),
              ElementsAre("public/", "/README.md", "/run.py"));
  EXPECT_TRUE(MatchesGlob("/public/", "public/robots.txt"));
}

}  // namespace
}  // namespace offprint
