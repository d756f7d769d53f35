#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "lookup/answer_text.h"
#include "lookup/doi_answers.h"
#include "lookup/services.h"

namespace offprint::lookup {
namespace {

using ::testing::IsEmpty;

const PaperId kBiorxiv = IdFromText("10.1101/2024.09.01.610000").id;
const PaperId kNature = IdFromText("10.1038/s41586-021-03819-2").id;

std::string Version(std::string_view members) {
  return R"({"doi":"10.1101/2024.09.01.610000","title":"A fold",)" +
         std::string(members) + "}";
}

DoiAnswer Biorxiv(const std::string& versions) {
  return ParseBiorxiv(R"({"messages":[],"collection":[)" + versions + "]}",
                      kBiorxiv);
}

TEST(BiorxivAnswerTest, TakesTheLastVersionAndTheFirstDate) {
  const DoiAnswer answer = Biorxiv(
      Version(R"("date":"2024-09-02","version":"1")") + "," +
      Version(R"("date":"2024-10-01","version":"2","category":"genomics",
                 "authors":"Vaswani, A.; van der Berg, N.; A Team; ",
                 "abstract":"<p>a &lt; b</p>","published":"10.1000/J")"));
  EXPECT_THAT(answer.error, IsEmpty());
  ASSERT_TRUE(answer.metadata);
  const Metadata& metadata = *answer.metadata;
  EXPECT_EQ(metadata.version, 2);
  EXPECT_EQ(metadata.published, (Date{2024, 9, 2}));
  EXPECT_EQ(metadata.updated, (Date{2024, 10, 1}));
  ASSERT_EQ(metadata.authors.size(), 3U);
  EXPECT_EQ(metadata.authors[0].name, "A. Vaswani");
  EXPECT_EQ(metadata.authors[1].name, "N. van der Berg");
  EXPECT_EQ(metadata.authors[2].name, "A Team");
  EXPECT_EQ(metadata.abstract, "a < b");
  EXPECT_EQ(metadata.doi, "10.1000/j");
  EXPECT_FALSE(metadata.withdrawn);
}

TEST(BiorxivAnswerTest, TellsNothingFromNoAnswer) {
  EXPECT_THAT(Biorxiv("").error, IsEmpty());
  EXPECT_FALSE(Biorxiv("").metadata);
  EXPECT_FALSE(Biorxiv(R"({"doi":"10.1101/9","title":"Other"})").metadata);
  for (const char* none : {"<html>", "[]", "{}", "", "{\"collection\""}) {
    EXPECT_EQ(ParseBiorxiv(none, kBiorxiv).error,
              "the answer is not that of bioRxiv's API")
        << none;
  }
}

TEST(BiorxivAnswerTest, PassesOverWhatHasAnotherType) {
  EXPECT_FALSE(Biorxiv(R"(7,"x",{"doi":7,"title":[]})").metadata);
  const DoiAnswer answer = Biorxiv(
      Version(R"("authors":{"a":1},"date":99,"version":"-7","type":null)"));
  ASSERT_TRUE(answer.metadata);
  EXPECT_EQ(answer.metadata->version, 0);
  EXPECT_THAT(answer.metadata->authors, IsEmpty());
}

DoiAnswer Csl(const std::string& members) {
  return ParseCsl(
      R"({"DOI":"10.1038/S41586-021-03819-2","title":"Folds",)" + members + "}",
      kNature);
}

TEST(CslAnswerTest, ReadsNamesDatesAndTheJournal) {
  const DoiAnswer answer = Csl(
      R"("author":[{"given":"Guido","non-dropping-particle":"van",
         "family":"Rossum","suffix":"Jr."},{"literal":"A Team"},7,
         {"name":"B Team","affiliation":[{"name":"Here"},"x"]}],
         "container-title":["Nature"],"volume":"596","page":"583-589",
         "issued":{"date-parts":[[2021]]},
         "published-online":{"date-parts":[["2021","7",15]]},
         "updated-by":[{"type":"correction"},{"type":"retraction"}])");
  EXPECT_THAT(answer.error, IsEmpty());
  ASSERT_TRUE(answer.metadata);
  ASSERT_EQ(answer.metadata->authors.size(), 3U);
  EXPECT_EQ(answer.metadata->authors[0].name, "Guido van Rossum Jr.");
  EXPECT_EQ(answer.metadata->authors[2].affiliations.size(), 1U);
  EXPECT_EQ(answer.metadata->journal_ref, "Nature 596, 583–589 (2021)");
  EXPECT_EQ(answer.metadata->published, (Date{2021, 7, 15}));
  EXPECT_TRUE(answer.metadata->withdrawn);
}

TEST(CslAnswerTest, RefusesWhatIsOfAnotherPaperOrNone) {
  EXPECT_EQ(ParseCsl(R"({"DOI":"10.1038/other","title":"A"})", kNature).error,
            "the answer is that of another DOI");
  EXPECT_EQ(ParseCsl(R"({"DOI":"10.1038/s41586-021-03819-2"})", kNature).error,
            "the answer has no title");
  EXPECT_EQ(ParseCsl("<!DOCTYPE html>", kNature).error,
            "the answer is no CSL-JSON");
}

TEST(CslAnswerTest, HasNoDateThatDoesNotExist) {
  for (const char* parts :
       {"[[2021,2,30]]", "[[2021,13,1]]", "[[0,1,1]]", "[[2021,7]]", "[]",
        "[[9007199254740993,1,1]]", "7", "[[{},1,1]]", R"([["99999","1","1"]])",
        R"([["-1","1","1"]])"}) {
    const DoiAnswer answer =
        Csl("\"issued\":{\"date-parts\":" + std::string(parts) + "}");
    ASSERT_TRUE(answer.metadata) << parts;
    EXPECT_FALSE(answer.metadata->published) << parts;
  }
}

TEST(AnswerTextTest, TakesTagsOffAndLeavesOtherText) {
  EXPECT_EQ(TextOfMarkup("CO<sub>2</sub> &amp; <i>E. coli</i>"),
            "CO2 & E. coli");
  EXPECT_EQ(TextOfMarkup("<jats:title>Aim</jats:title><jats:p>One</jats:p>"),
            " Aim One");
  EXPECT_EQ(TextOfMarkup("a < b & c"), "a < b & c");
  EXPECT_EQ(TextOfMarkup("&lt;script&gt;"), "<script>");
  std::string deep;
  for (int i = 0; i < 200'000; ++i) deep += "<b>";
  EXPECT_EQ(TextOfMarkup(deep), deep);
}

TEST(EncodePathTest, LeavesNothingThatEndsAPath) {
  EXPECT_EQ(EncodePath("10.1000/a?b#c d%é<>"),
            "10.1000/a%3Fb%23c%20d%25%C3%A9%3C%3E");
}

}  // namespace
}  // namespace offprint::lookup
