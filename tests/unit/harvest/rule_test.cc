#include "harvest/rule.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <iterator>
#include <random>
#include <string>

namespace offprint::harvest {
namespace {

arxiv::Record Paper() {
  arxiv::Record record;
  record.title = "Diffusion Models for Language-Model Pre-Training";
  record.abstract = "An organ of GANs; naïve surveys of $x$.";
  record.authors = {{"Kaiming He", {}}, {"Ann Lee", {}}};
  record.categories = {"cs.CV", "stat.ML"};
  return record;
}

bool Matches(std::string_view text) {
  Rule rule;
  RuleError error;
  EXPECT_TRUE(ParseRule(text, &rule, &error)) << text << ": " << error.message;
  return rule.Matches(RuleSubject(Paper()));
}

TEST(RuleTest, WordsAreWholeOnesOfTitleOrAbstract) {
  EXPECT_TRUE(Matches("diffusion"));
  EXPECT_TRUE(Matches("ORGAN"));
  EXPECT_FALSE(Matches("gan"));
  EXPECT_TRUE(Matches("gan*"));
  EXPECT_FALSE(Matches("rgan*"));
  EXPECT_TRUE(Matches("nai\xCC\x88ve"));
}

TEST(RuleTest, QuotedWordsStandTogether) {
  EXPECT_TRUE(Matches("\"language model\""));
  EXPECT_TRUE(Matches("\"pre training\""));
  EXPECT_FALSE(Matches("\"model language\""));
  EXPECT_FALSE(Matches("\"or\""));
}

TEST(RuleTest, FieldsLookIntoOneTextOnly) {
  EXPECT_TRUE(Matches("title:diffusion"));
  EXPECT_FALSE(Matches("abstract:diffusion"));
  EXPECT_TRUE(Matches("author:\"kaiming he\""));
  EXPECT_FALSE(Matches("author:\"he ann\""));
  EXPECT_FALSE(Matches("kaiming"));
}

TEST(RuleTest, CategoriesAreNamedInFullOrByTheirArchive) {
  EXPECT_TRUE(Matches("category:cs.CV"));
  EXPECT_TRUE(Matches("category:stat"));
  EXPECT_FALSE(Matches("category:c"));
  EXPECT_FALSE(Matches("category:cs.C"));
}

TEST(RuleTest, AndBindsTighterThanOr) {
  EXPECT_TRUE(Matches("diffusion or gan and nothing"));
  EXPECT_FALSE(Matches("(diffusion or gan) and nothing"));
  EXPECT_TRUE(Matches("diffusion not nothing"));
  EXPECT_FALSE(Matches("diffusion surveys NOT title:models"));
  EXPECT_TRUE(Matches("not (nothing or not diffusion)"));
}

TEST(RuleTest, AnEmptyRuleTakesEveryPaper) { EXPECT_TRUE(Matches("  ")); }

TEST(RuleTest, ProblemsNameTheirPlace) {
  EXPECT_EQ(RuleProblem("a or b"), "");
  EXPECT_EQ(RuleProblem("图 or"),
            "is no rule: at character 5, a word, or words in quotes, should "
            "stand here");
  EXPECT_EQ(RuleProblem("and b"),
            "is no rule: at character 1, \"and\" needs something before it and "
            "behind it");
  EXPECT_EQ(RuleProblem("(a or b"),
            "is no rule: at character 1, this \"(\" is never closed");
  EXPECT_EQ(RuleProblem("a) b"),
            "is no rule: at character 2, this \")\" closes nothing: take it "
            "out");
  EXPECT_EQ(RuleProblem("a \"b"),
            "is no rule: at character 3, this quote is never closed");
  EXPECT_EQ(RuleProblem("titel:x"),
            "is no rule: at character 1, there is no field \"titel\": it is "
            "title, abstract, author or category; words with a colon need "
            "quotes");
  EXPECT_EQ(RuleProblem("title:"),
            "is no rule: at character 7, a word, or words in quotes, should "
            "stand here");
  EXPECT_NE(RuleProblem("\"---\""), "");
}

TEST(RuleTest, DeepAndLongRulesAreRefused) {
  EXPECT_NE(RuleProblem(std::string(1000, '(')), "");
  EXPECT_NE(RuleProblem(std::string(5000, 'a')), "");
  std::string nots;
  for (int i = 0; i < 200; ++i) nots += "not ";
  EXPECT_NE(RuleProblem(nots + "a"), "");
}

// Whatever is typed, it is a rule or an error with a place in the text.
TEST(RuleTest, AnyTextIsARuleOrAnError) {
  constexpr const char* kPieces[] = {
      "a",      "gan*", "(", ")",  "\"",          "or ", "and ", "not ",
      "title:", ":",    " ", "图", "category:cs", "*",   "\xFF"};
  std::mt19937 random(7);
  size_t rules = 0;
  for (int round = 0; round < 20000; ++round) {
    std::string text;
    for (auto count = random() % 9; count > 0; --count) {
      text += kPieces[random() % std::size(kPieces)];
    }
    Rule rule;
    RuleError error;
    if (ParseRule(text, &rule, &error)) {
      ++rules;
      rule.Matches(RuleSubject(Paper()));
    } else {
      EXPECT_GE(error.column, 1U) << text;
      EXPECT_LE(error.column, text.size() + 1) << text;
      EXPECT_FALSE(error.message.empty()) << text;
    }
  }
  EXPECT_GT(rules, 1000U);
}

}  // namespace
}  // namespace offprint::harvest
