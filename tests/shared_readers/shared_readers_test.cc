// The real digests beside the project, against the counts of counts.tsv and of
// dialects.md. What each entry says is compared by reference_test.py.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "readers/reader.h"

namespace offprint {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;
namespace fs = std::filesystem;

const fs::path kShared = OFFPRINT_SHARED_DIR;

struct Counts {
  std::string file;
  std::string dialect;
  std::string date;
  size_t entries = 0;
  size_t ids = 0;
  std::string first;
  std::string last;
};

std::vector<Counts> LoadCounts() {
  std::vector<Counts> list;
  std::ifstream in(fs::path(OFFPRINT_TESTS_DIR) / "shared_readers/counts.tsv");
  std::string heading;
  std::getline(in, heading);
  Counts row;
  while (in >> row.file >> row.dialect >> row.date >> row.entries >> row.ids >>
         row.first >> row.last) {
    list.push_back(row);
  }
  return list;
}

Digest Read(const std::string& file) {
  Diagnostics diagnostics;
  SourceFile source = SourceFile::Read(kShared / file, file, diagnostics);
  Digest digest = ReadDigest(std::move(source), std::nullopt, diagnostics);
  EXPECT_EQ(diagnostics.errors(), 0U) << file;
  return digest;
}

std::string IdOf(const Entry& entry) {
  return entry.id.empty() ? "-" : entry.id.value;
}

class SharedReadersTest : public testing::Test {
 protected:
  void SetUp() override {
    if (!fs::exists(kShared / "seeds")) {
      GTEST_SKIP() << "no real digests in " << kShared;
    }
  }
};

TEST_F(SharedReadersTest, EveryFileHoldsWhatWasCountedInIt) {
  for (const Counts& expected : LoadCounts()) {
    const Digest digest = Read(expected.file);
    std::set<std::string> ids;
    for (const Entry& entry : digest.entries) {
      if (!entry.id.empty()) ids.insert(entry.id.value);
    }
    SCOPED_TRACE(expected.file);
    EXPECT_EQ(DialectName(digest.dialect), expected.dialect);
    EXPECT_EQ(FormatDate(digest.date.value_or(Date{})), expected.date);
    ASSERT_EQ(digest.entries.size(), expected.entries);
    EXPECT_EQ(ids.size(), expected.ids);
    if (digest.entries.empty()) continue;
    EXPECT_EQ(IdOf(digest.entries.front()), expected.first);
    EXPECT_EQ(IdOf(digest.entries.back()), expected.last);
  }
}

TEST_F(SharedReadersTest, EveryFileIsCounted) {
  std::set<std::string> counted;
  for (const Counts& row : LoadCounts()) counted.insert(row.file);
  for (const char* folder : {"seeds", "corpora"}) {
    for (const auto& file :
         fs::recursive_directory_iterator(kShared / folder)) {
      if (!file.is_regular_file()) continue;
      const std::string name = fs::relative(file.path(), kShared).string();
      EXPECT_TRUE(counted.contains(name)) << name;
    }
  }
}

TEST_F(SharedReadersTest, SeedsHold599EntriesOf561Papers) {
  size_t entries = 0;
  std::set<PaperId> papers;
  for (const Counts& row : LoadCounts()) {
    if (!row.file.starts_with("seeds/")) continue;
    const Digest digest = Read(row.file);
    entries += digest.entries.size();
    for (const Entry& entry : digest.entries) papers.insert(entry.id);
  }
  EXPECT_EQ(entries, 599U);
  EXPECT_EQ(papers.size(), 561U);
}

// The number of entries of each topic, in file order.
std::vector<std::pair<std::string, int>> CountTopics(const std::string& file) {
  std::vector<std::pair<std::string, int>> topics;
  for (const Entry& entry : Read(file).entries) {
    if (topics.empty() || topics.back().first != entry.topic) {
      topics.emplace_back(entry.topic, 0);
    }
    ++topics.back().second;
  }
  return topics;
}

std::vector<int> CountsOnly(const std::string& file) {
  std::vector<int> counts;
  for (const auto& topic : CountTopics(file)) counts.push_back(topic.second);
  return counts;
}

TEST_F(SharedReadersTest, SeedsHaveTheirTopicsInFileOrder) {
  EXPECT_THAT(
      CountTopics("seeds/001_32277511330300ba.txt"),
      ElementsAre(Pair("多模态", 100), Pair("大模型PEFT", 76),
                  Pair("大模型强化学习", 100), Pair("大模型持续学习", 53),
                  Pair("Transformer", 71), Pair("生成模型", 100)));
  EXPECT_THAT(
      CountTopics("seeds/002_e68f2c79b8435838.txt"),
      ElementsAre(Pair("cs.AI", 20), Pair("cs.CL", 10), Pair("cs.LG", 10)));
  EXPECT_THAT(CountsOnly("seeds/003_a232ef3445b85d64.txt"),
              ElementsAre(10, 1, 6, 2, 1, 6, 2));
  EXPECT_THAT(CountsOnly("seeds/004_c51a549efb8042ac.txt"),
              ElementsAre(9, 5, 2, 1, 2, 1, 1));
}

TEST_F(SharedReadersTest, ADayPageHoldsItsThreeSourcePages) {
  const std::string folder = "corpora/daily-table/";
  for (const std::string day : {"2024-09-04", "2025-01-16", "2026-05-15"}) {
    std::vector<std::pair<PaperId, std::string>> apart;
    for (const std::string source : {"arxiv", "biorxiv", "medrxiv"}) {
      const Digest page = Read(folder + day + "-" + source + ".md");
      EXPECT_EQ(page.source, source);
      for (const Entry& entry : page.entries) {
        apart.emplace_back(entry.id, entry.source);
      }
    }
    const Digest whole = Read(folder + day + ".md");
    ASSERT_EQ(whole.entries.size(), apart.size());
    for (size_t i = 0; i < apart.size(); ++i) {
      EXPECT_EQ(whole.entries[i].id, apart[i].first);
      EXPECT_EQ(whole.entries[i].source, apart[i].second);
    }
  }
}

}  // namespace
}  // namespace offprint
