// What is written is read back the same, whatever it is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <utility>

#include "readers/reader.h"
#include "unit/writers/random_papers.h"
#include "writers/writer.h"

namespace offprint {

// For messages of tests.
void PrintTo(const NewPaper& paper, std::ostream* out) {
  *out << "\n  id " << paper.id.value << " v" << paper.version << "\n  title <"
       << paper.title << ">\n  original <" << paper.original_title
       << ">\n  topic <" << paper.topic << ">\n  source <" << paper.source
       << ">\n  score " << paper.score.value_or(-1) << "\n  published "
       << (paper.published ? FormatDate(*paper.published) : "-");
  for (const std::string& name : paper.authors)
    *out << "\n  by <" << name << ">";
  for (const auto& [key, text] : paper.sections) {
    *out << "\n  " << SectionName(key) << " <" << text << ">";
  }
  *out << "\n";
}

namespace {

constexpr Dialect kDialects[] = {Dialect::kDailyTable, Dialect::kTopicTable,
                                 Dialect::kAnalysedList, Dialect::kScoredList,
                                 Dialect::kEnhancedList};

NewPaper PaperOf(const Entry& entry) {
  NewPaper paper;
  paper.id = entry.id;
  paper.version = entry.version;
  paper.title = entry.title;
  paper.original_title = entry.original_title;
  for (const std::string_view name : entry.authors) {
    paper.authors.emplace_back(name);
  }
  paper.topic = entry.topic;
  paper.source = entry.source;
  paper.published = entry.published;
  paper.score = entry.score;
  for (const Section& section : entry.sections) {
    paper.sections.emplace(section.key, section.text);
  }
  return paper;
}

std::vector<NewPaper> Read(const NewDigest& digest, Dialect dialect,
                           Diagnostics* diagnostics) {
  SourceFile file(FormatDate(digest.day) + ".md", WriteDigest(dialect, digest),
                  *diagnostics);
  const Digest read = ReadDigest(std::move(file), std::nullopt, *diagnostics);
  EXPECT_EQ(DialectName(read.dialect), DialectName(dialect));
  EXPECT_EQ(read.date, digest.day);
  std::vector<NewPaper> papers;
  for (const Entry& entry : read.entries) papers.push_back(PaperOf(entry));
  return papers;
}

class RoundTripTest : public testing::TestWithParam<Dialect> {};

TEST_P(RoundTripTest, ReadersGiveBackWhatWasWritten) {
  RandomPapers random(20260123);
  size_t papers = 0;
  for (int round = 0; round < 3000; ++round) {
    const NewDigest digest = random.Digest();
    const NewDigest fitted = FitDigest(GetParam(), digest);
    papers += fitted.papers.size();
    Diagnostics diagnostics;
    ASSERT_EQ(Read(digest, GetParam(), &diagnostics), fitted.papers)
        << "round " << round << "\n"
        << WriteDigest(GetParam(), digest);
    ASSERT_EQ(diagnostics.errors(), 0U);
  }
  EXPECT_GT(papers, 6000U);
}

TEST_P(RoundTripTest, AFittedDigestStaysAsItIs) {
  RandomPapers random(7);
  for (int round = 0; round < 1000; ++round) {
    const NewDigest fitted = FitDigest(GetParam(), random.Digest());
    ASSERT_EQ(FitDigest(GetParam(), fitted).papers, fitted.papers);
  }
}

NewPaper PlainPaper() {
  NewPaper paper;
  paper.id = {PaperId::Kind::kArxiv, "2601.02360"};
  paper.version = 2;
  paper.title = "异构低带宽预训练";
  paper.original_title = "Heterogeneous Pre-Training with $|x|$ Bits";
  paper.authors = {"Yazan Obeidi", "Xin (Jason) Li"};
  paper.topic = "C# and more";
  paper.source = "arxiv";
  paper.published = Date{2026, 1, 5};
  paper.score = 8.5;
  for (int key = 0; key < 10; ++key) {
    const auto name = static_cast<SectionKey>(key);
    paper.sections[name] = "The " + std::string(SectionName(name)) + ".";
  }
  return paper;
}

// Nothing is lost of what is named at the head of writer.h.
TEST_P(RoundTripTest, PlainTextsStayAsTheyAre) {
  const NewPaper paper = PlainPaper();
  Diagnostics diagnostics;
  const auto read = Read({{2026, 1, 6}, {}, {paper}}, GetParam(), &diagnostics);
  ASSERT_EQ(read.size(), 1U);
  NewPaper wanted = paper;
  const Dialect dialect = GetParam();
  const bool is_table =
      dialect == Dialect::kDailyTable || dialect == Dialect::kTopicTable;
  if (is_table) wanted.authors.resize(1);
  if (dialect != Dialect::kDailyTable) wanted.original_title.clear();
  if (dialect == Dialect::kDailyTable) wanted.topic.clear();
  if (dialect != Dialect::kScoredList) wanted.score.reset();
  if (!is_table && dialect != Dialect::kScoredList) wanted.published.reset();
  std::erase_if(wanted.sections, [&](const auto& section) {
    return !HoldsSection(dialect, section.first);
  });
  EXPECT_FALSE(wanted.sections.empty());
  EXPECT_EQ(read.front(), wanted);
  EXPECT_THAT(diagnostics.list(), testing::IsEmpty());
}

TEST_P(RoundTripTest, ADayWithoutPapersIsADay) {
  Diagnostics diagnostics;
  EXPECT_THAT(Read({{2026, 1, 6}, {}, {}}, GetParam(), &diagnostics),
              testing::IsEmpty());
  EXPECT_THAT(diagnostics.list(), testing::IsEmpty());
}

TEST_P(RoundTripTest, IdentitiesThatNoAddressHoldsAreLeftOut) {
  NewPaper paper = PlainPaper();
  paper.id = {PaperId::Kind::kDoi, "10.1016/s0140-6736(05)1"};
  EXPECT_THAT(FitDigest(GetParam(), {{2026, 1, 6}, {}, {paper}}).papers,
              testing::IsEmpty());
  paper.id = {PaperId::Kind::kArxiv, "not-an-id"};
  EXPECT_THAT(FitDigest(GetParam(), {{2026, 1, 6}, {}, {paper}}).papers,
              testing::IsEmpty());
}

INSTANTIATE_TEST_SUITE_P(AllDialects, RoundTripTest,
                         testing::ValuesIn(kDialects),
                         [](const testing::TestParamInfo<Dialect>& dialect) {
                           std::string name(DialectName(dialect.param));
                           std::erase(name, '-');
                           return name;
                         });

TEST(ScoredListTest, TheHeadTellsHowItWasMade) {
  const NewDigest digest = {
      {2026, 1, 23}, {"2026-01-23 12:40:37", 216, "a|model", 98727}, {}};
  Diagnostics diagnostics;
  SourceFile file("x.md", WriteDigest(Dialect::kScoredList, digest),
                  diagnostics);
  const Digest read = ReadDigest(std::move(file), std::nullopt, diagnostics);
  using Pair = std::pair<std::string_view, std::string_view>;
  EXPECT_THAT(read.meta,
              testing::ElementsAre(Pair("time", "2026-01-23 12:40:37"),
                                   Pair("read", "216"), Pair("model", "amodel"),
                                   Pair("tokens", "98727")));
}

}  // namespace
}  // namespace offprint
