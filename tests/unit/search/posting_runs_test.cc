#include "search/posting_runs.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <random>

namespace offprint::search {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PostingRunsTest : public testing::Test {
 protected:
  std::map<std::string, MergedKey> Merge() {
    std::map<std::string, MergedKey> merged;
    RunMerger merger(file_, runs_);
    std::string before;
    for (MergedKey key; merger.Next(&key);) {
      EXPECT_LT(before, key.key);
      before = key.key;
      merged.emplace(key.key, key);
    }
    return merged;
  }

  ScratchFile file_{testing::TempDir()};
  std::vector<PostingRun> runs_;
};

TEST_F(PostingRunsTest, KeysOfAllRunsComeInOrder) {
  Postings first;
  first.AddText("检索", Field::kTitle, 3);
  first.AddKey("tcups", 3);
  Postings second;
  second.AddText("检索", Field::kText, 5);
  second.AddText("ada", Field::kAuthor, 8);
  runs_ = {WriteRun(first, file_), WriteRun(second, file_)};
  auto merged = Merge();
  EXPECT_THAT(merged["g检索"].all, ElementsAre(3, 5));
  EXPECT_THAT(merged["g检索"].title, ElementsAre(3));
  EXPECT_THAT(merged["g检索"].author, IsEmpty());
  EXPECT_THAT(merged["tcups"].all, ElementsAre(3));
  EXPECT_THAT(merged["wada"].author, ElementsAre(8));
}

TEST_F(PostingRunsTest, NoRunsAndEmptyOnesHaveNoKeys) {
  EXPECT_THAT(Merge(), IsEmpty());
  Postings none;
  runs_ = {WriteRun(none, file_), WriteRun(none, file_)};
  EXPECT_THAT(Merge(), IsEmpty());
}

// Lists and keys that are longer than what is read of a run at once.
TEST_F(PostingRunsTest, ManyRunsAreOneList) {
  std::mt19937 random(7);
  std::map<std::string, std::vector<uint32_t>> expected;
  uint32_t paper = 0;
  for (int run = 0; run < 5; ++run) {
    Postings postings;
    for (int i = 0; i < 40000; ++i, ++paper) {
      const std::string rare = "t" + std::to_string(random() % 5000);
      for (const std::string& key : {rare, std::string("k")}) {
        postings.AddKey(key, paper);
        expected[key].push_back(paper);
      }
    }
    const std::string longest(100000, static_cast<char>('a' + run));
    postings.AddKey(longest, paper);
    expected[longest].push_back(paper);
    runs_.push_back(WriteRun(postings, file_));
  }
  const auto merged = Merge();
  ASSERT_EQ(merged.size(), expected.size());
  for (const auto& [key, papers] : expected) {
    EXPECT_EQ(merged.at(key).all, papers) << key.substr(0, 20);
  }
}

TEST_F(PostingRunsTest, PostingsTellWhatTheyTake) {
  Postings postings;
  const size_t before = postings.memory();
  for (uint32_t paper = 0; paper < 1000; ++paper) {
    postings.AddText("检索压缩", Field::kText, paper);
  }
  // Three pairs and a code point with 0, and a byte a paper for each.
  EXPECT_GE(postings.memory() - before, 3000U);
}

}  // namespace
}  // namespace offprint::search
