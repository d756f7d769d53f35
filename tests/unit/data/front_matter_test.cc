#include "data/front_matter.h"

#include <gtest/gtest.h>

#include "data/yaml.h"

namespace offprint::data {
namespace {

FrontMatter Split(std::string_view text) {
  Diagnostics diagnostics;
  FrontMatter result = SplitFrontMatter(text, "a.md", diagnostics);
  EXPECT_TRUE(diagnostics.list().empty());
  return result;
}

std::string ErrorOf(std::string_view text) {
  Diagnostics diagnostics;
  const FrontMatter result = SplitFrontMatter(text, "a.md", diagnostics);
  EXPECT_TRUE(result.present);
  EXPECT_TRUE(result.values.empty());
  if (diagnostics.list().size() != 1) return "no error";
  return FormatDiagnostic(diagnostics.list()[0]);
}

TEST(SplitFrontMatter, TakesYamlBetweenTwoLines) {
  const FrontMatter split = Split("---\ntitle: x\n---\nBody\n---\n");
  EXPECT_TRUE(split.present);
  EXPECT_EQ(*split.values.Find("title")->AsString(), "x");
  EXPECT_EQ(split.body, "Body\n---\n");
  EXPECT_EQ(split.body_line, 4);
}

TEST(SplitFrontMatter, EndsAtThreeDotsToo) {
  EXPECT_EQ(Split("---\na: 1\n...\nBody").body, "Body");
}

TEST(SplitFrontMatter, CountsAnEmptyOneAsPresent) {
  const FrontMatter split = Split("---\n---\nBody");
  EXPECT_TRUE(split.present);
  EXPECT_TRUE(split.values.empty());
  EXPECT_EQ(split.body, "Body");
}

TEST(SplitFrontMatter, TakesTheBlankLinesBehindIt) {
  const FrontMatter split = Split("---\na: 1\n---  \n\n \t\n  Body\n");
  EXPECT_EQ(split.body, "  Body\n");
  EXPECT_EQ(split.body_line, 6);
  EXPECT_EQ(Split("---\n---\n\n  ").body, "");
  EXPECT_EQ(Split("---\n---").body, "");
}

TEST(SplitFrontMatter, LeavesATextWithoutIt) {
  for (const char* text :
       {"", "Body", " ---\na: 1\n---\n", "----\na: 1\n---\n", "---\na: 1\n",
        "---", "\n---\na: 1\n---\n", "--- x\n---\n"}) {
    const FrontMatter split = Split(text);
    EXPECT_FALSE(split.present) << text;
    EXPECT_EQ(split.body, text);
    EXPECT_EQ(split.body_line, 1);
  }
}

TEST(SplitFrontMatter, CountsLinesFromTheTopOfTheFile) {
  EXPECT_EQ(ErrorOf("---\na: 1\nb: [\n---\n").substr(0, 22),
            "a.md:4:1: error: this ");
  EXPECT_EQ(Split("---\na: 1\nb: 2\n---\n").values.members()[1].mark.line, 3);
}

TEST(SplitFrontMatter, ReportsWhatIsNoMapping) {
  EXPECT_EQ(ErrorOf("---\n- a\n- b\n---\n"),
            "a.md:2:1: error: the front matter is a list; write it as lines "
            "\"key: value\"");
}

TEST(AppendFrontMatter, QuotesEveryText) {
  std::string out;
  AppendFrontMatter({{"layout", "day", {}},
                     {"date", "2026-01-23", {}},
                     {"count", 3, {}},
                     {"score", 9.0, {}},
                     {"topics", Array{"多模态", "a: b # c"}, {}},
                     {"next", nullptr, {}}},
                    &out);
  EXPECT_EQ(out,
            "---\nlayout: \"day\"\ndate: \"2026-01-23\"\ncount: 3\n"
            "score: 9.0\ntopics: [\"多模态\",\"a: b # c\"]\nnext: null\n---\n");
}

TEST(AppendFrontMatter, IsReadBackAsItWas) {
  const std::string nasty =
      "--- \"x\" \\ \n...\n{{ y }} {% z %}\t\x01\x7F\u0085\u0080\uFEFF\u2028'";
  std::string out;
  AppendFrontMatter({{"title", nasty, {}},
                     {"no", "y", {}},
                     {"-", "dash", {}},
                     {"a: b", 1, {}}},
                    &out);
  const FrontMatter split = Split(out);
  EXPECT_EQ(*split.values.Find("title")->AsString(), nasty);
  EXPECT_EQ(*split.values.Find("no")->AsString(), "y");
  EXPECT_EQ(*split.values.Find("-")->AsString(), "dash");
  EXPECT_EQ(*split.values.Find("a: b")->AsInt(), 1);
  EXPECT_EQ(split.body, "");
}

TEST(AppendFrontMatter, QuotesKeysThatYamlTakesForValues) {
  std::string out;
  AppendFrontMatter({{"no", 1, {}}, {"Null", 2, {}}, {"note", 3, {}}}, &out);
  EXPECT_EQ(out, "---\n\"no\": 1\n\"Null\": 2\nnote: 3\n---\n");
}

}  // namespace
}  // namespace offprint::data
