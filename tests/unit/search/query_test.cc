// Queries and matches, by the table that the client passes too.
#include "search/query.h"

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "base/source_file.h"
#include "data/json.h"
#include "data/json_parser.h"
#include "search/direct_id.h"
#include "search/normal_form.h"
#include "search/query_json.h"
#include "search/term_match.h"

namespace offprint::search {
namespace {

const data::Array& CasesOf(std::string_view group) {
  static const data::Value* const kCases = [] {
    Diagnostics diagnostics;
    const std::string path =
        std::string(OFFPRINT_TESTS_DIR) + "/search/cases.json";
    auto* cases =
        new data::Value(data::ParseJson(ReadFile(path), path, diagnostics));
    EXPECT_EQ(diagnostics.errors(), 0U);
    return cases;
  }();
  return *kCases->AsObject()->Find(group)->AsArray();
}

TEST(SearchQueryTest, QueriesMeanWhatTheTableSays) {
  const data::Array& cases = CasesOf("queries");
  EXPECT_GE(cases.size(), 60U);
  for (const data::Value& one : cases) {
    const data::Array& pair = *one.AsArray();
    std::string expected;
    data::AppendJson(pair[1], &expected);
    EXPECT_EQ(QueryJson(ParseQuery(*pair[0].AsString())), expected)
        << *pair[0].AsString();
  }
}

TEST(SearchQueryTest, TermsMatchWhatTheTableSays) {
  const data::Array& cases = CasesOf("matches");
  EXPECT_GE(cases.size(), 70U);
  for (const data::Value& one : cases) {
    const data::Array& row = *one.AsArray();
    const TermEnd end = *row[2].AsBool() ? TermEnd::kTyped : TermEnd::kWhole;
    EXPECT_EQ(TermMatches(NormalForm(*row[0].AsString()),
                          NormalForm(*row[1].AsString()), end),
              *row[3].AsBool())
        << *row[0].AsString() << " in " << *row[1].AsString();
  }
}

TEST(SearchQueryTest, AQueryIsCutAtItsLimits) {
  std::string words;
  for (int i = 0; i < 40; ++i) words += "w" + std::to_string(i) + " ";
  const Query many = ParseQuery(words);
  EXPECT_EQ(many.items.size(), 32U);
  ASSERT_EQ(many.problems.size(), 1U);
  EXPECT_EQ(many.problems[0].text, words.substr(words.find("w32")));

  std::string han;
  for (int i = 0; i < 1001; ++i) han += "论";
  const Query longest = ParseQuery(han);
  EXPECT_EQ(longest.items[0].text, han.substr(3));
  EXPECT_EQ(ProblemKindName(longest.problems[0].kind), "too-long");
}

TEST(SearchQueryTest, OnlyGoodQueriesAreSaved) {
  EXPECT_EQ(SavedQueryProblem("扩散 score:>=8"), "");
  EXPECT_EQ(SavedQueryProblem(" "), "asks for nothing");
  EXPECT_EQ(SavedQueryProblem("x date:soon"),
            "has a filter that cannot be read: \"date:soon\"");
  EXPECT_EQ(SavedQueryProblem("x -"), "has nothing to look for in \"-\"");
}

TEST(SearchQueryTest, ReadsIdentitiesAsTheyArePasted) {
  EXPECT_EQ(DirectId("arXiv: 2601.02360V12.PDF"), "2601.02360");
  EXPECT_EQ(DirectId("https://arxiv.org/abs/2601.02360)"), "2601.02360");
  EXPECT_EQ(DirectId("2601.02360)"), "");
  EXPECT_EQ(DirectId("https://www.medrxiv.org/content/early/10.1101/2024.1v1."
                     "full-text?x"),
            "10.1101/2024.1");
  EXPECT_EQ(DirectId("http://example.org/abs/2601.02360"), "");
  EXPECT_EQ(DirectId("10.1234/"), "");
  EXPECT_EQ(DirectId("10.1234/" + std::string(500, 'a')), "");
}

}  // namespace
}  // namespace offprint::search
