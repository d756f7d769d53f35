#include "metadata/line.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "base/text.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr char kFull[] =
    R"j({"id":"1706.03762","version":7,"title":"Attention","authors":[)j"
    R"j({"name":"Ada","affiliations":["Here","There"]},{"name":"Bob"}],)j"
    R"j("categories":["cs.CL","cs.LG"],"comment":"15 pages",)j"
    R"j("journal_ref":"Nature 1 (2017)","doi":"10.1000/x",)j"
    R"j("published":"2017-06-12","updated":"2023-08-02","withdrawn":true,)j"
    R"j("abstract":"One \u003c two."})j";

std::optional<Metadata> Read(std::string_view line) {
  Diagnostics diagnostics;
  const auto read = ParseLine(line, {"a.jsonl", 3, 0}, diagnostics);
  EXPECT_EQ(diagnostics.errors(), read ? 0U : 1U);
  if (!read) return std::nullopt;
  return std::get<Metadata>(*read);
}

// What is said of a line that is not read.
std::string Problem(std::string_view line) {
  Diagnostics diagnostics;
  EXPECT_FALSE(ParseLine(line, {"a.jsonl", 3, 0}, diagnostics));
  std::string text = FormatDiagnostic(diagnostics.list().at(0));
  constexpr std::string_view kTail = "; the line is left as it is and not used";
  EXPECT_TRUE(text.ends_with(kTail)) << text;
  text.resize(text.size() - kTail.size());
  return text;
}

TEST(MetadataLineTest, IsWrittenAsItWasRead) {
  const auto metadata = Read(kFull);
  ASSERT_TRUE(metadata);
  EXPECT_EQ(metadata->abstract, "One < two.");
  EXPECT_EQ(metadata->authors[0].affiliations[1], "There");
  EXPECT_EQ(metadata->updated, (Date{2023, 8, 2}));
  EXPECT_EQ(FormatLine(*metadata), kFull);
}

TEST(MetadataLineTest, LeavesOutWhatIsNotKnown) {
  const std::string line = R"({"id":"10.1000/x","title":"A"})";
  const auto metadata = Read(line);
  ASSERT_TRUE(metadata);
  EXPECT_EQ(metadata->id.kind, PaperId::Kind::kDoi);
  EXPECT_FALSE(metadata->withdrawn);
  EXPECT_EQ(FormatLine(*metadata), line);
}

TEST(MetadataLineTest, ReadsAPaperThatNobodyKnows) {
  Diagnostics diagnostics;
  const std::string line = R"({"id":"2601.00001","unknown_on":"2026-01-23"})";
  const auto read = ParseLine(line, {}, diagnostics);
  ASSERT_TRUE(read);
  EXPECT_EQ(std::get<UnknownPaper>(*read).on, (Date{2026, 1, 23}));
  EXPECT_EQ(FormatLine(std::get<UnknownPaper>(*read)), line);
}

TEST(MetadataLineTest, TellsWhereALineIsDamaged) {
  EXPECT_EQ(Problem(R"({"id":"2601.00001","title":})"),
            "a.jsonl:3:28: error: not JSON: a value is missing");
  EXPECT_EQ(Problem("[]"),
            "a.jsonl:3:1: error: a line has to be a JSON object, as "
            "{\"id\": …}");
  EXPECT_EQ(Problem(R"({"id":"cups","title":"A"})"),
            "a.jsonl:3:7: error: \"id\" has to be an arXiv id or a DOI");
  EXPECT_EQ(Problem(R"({"id":"2601.00001"})"),
            "a.jsonl:3:1: error: \"title\" is missing");
  EXPECT_EQ(Problem(R"({"id":"2601.00001","title":"A","authors":["Ada"]})"),
            "a.jsonl:3:43: error: an author has to be an object, as "
            "{\"name\": …}");
  EXPECT_EQ(Problem(R"({"id":"2601.00001","title":"A","updated":"soon"})"),
            "a.jsonl:3:42: error: \"updated\" has to be a day, as 2026-01-23");
  EXPECT_EQ(Problem(R"({"id":"2601.00001","title":"A","version":1e9})"),
            "a.jsonl:3:42: error: \"version\" has to be a whole number");
  EXPECT_EQ(Problem(R"({"id":"2601.00001","title":"A","withdrawn":"no"})"),
            "a.jsonl:3:44: error: \"withdrawn\" has to be true or false");
  EXPECT_EQ(Problem("{\"id\":\"2601.00001\",\"title\":\"\xFF\"}"),
            "a.jsonl:3:29: error: not UTF-8");
}

TEST(MetadataLineTest, MakesHostileTextsTidy) {
  const std::string long_title(10'000'000, 'x');
  const auto metadata =
      Read(R"({"id":"2601.00001","title":"A\u0000\u001b[1m\n\u0085 b )" +
           long_title +
           R"(","authors":[{"name":"\u0007"},{"name":" Ada\t A "}],)"
           R"("categories":["","cs.CL"],"doi":"javascript:1"})");
  ASSERT_TRUE(metadata);
  EXPECT_TRUE(metadata->title.starts_with("A[1m b xxx"));
  EXPECT_TRUE(metadata->title.ends_with("x…"));
  EXPECT_LT(metadata->title.size(), 2'010U);
  ASSERT_EQ(metadata->authors.size(), 1U);
  EXPECT_EQ(metadata->authors[0].name, "Ada A");
  EXPECT_THAT(metadata->categories, ElementsAre("cs.CL"));
  EXPECT_THAT(metadata->doi, IsEmpty());
}

TEST(MetadataLineTest, CutsBeforeACharacterThatDoesNotFit) {
  std::string title;
  for (int i = 0; i < 1000; ++i) title += "模";
  const auto metadata = Read(R"({"id":"2601.00001","title":")" + title + "\"}");
  ASSERT_TRUE(metadata);
  EXPECT_FALSE(FindInvalidUtf8(metadata->title));
  EXPECT_TRUE(metadata->title.ends_with("模…"));
}

}  // namespace
}  // namespace offprint
