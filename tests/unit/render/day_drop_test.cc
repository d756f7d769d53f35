#include "render/day_drop.h"

#include <gtest/gtest.h>

#include <memory>

namespace offprint {
namespace {

// An archive of one day whose entries have the given topics and scores.
class DayDropTest : public ::testing::Test {
 protected:
  void Add(TopicIndex topic, std::optional<double> score) {
    entries_.push_back(std::make_unique<Entry>());
    entries_.back()->score = score;
    ArchiveEntry placed;
    placed.entry = entries_.back().get();
    placed.topic = topic;
    day_.entries.push_back(static_cast<EntryIndex>(archive_.entries.size()));
    archive_.entries.push_back(placed);
  }

  std::vector<std::unique_ptr<Entry>> entries_;
  Archive archive_;
  Day day_;
};

TEST_F(DayDropTest, GroupsStandInDigestOrder) {
  Add(1, 5.0);
  Add(0, 9.0);
  Add(1, 7.0);
  const auto groups = GroupEntries(archive_, day_, PaperOrder::kDigest);
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].topic, 1U);
  EXPECT_EQ(groups[0].entries, (std::vector<EntryIndex>{0, 2}));
}

TEST_F(DayDropTest, TheBestScoreComesFirstWithinAndAmongGroups) {
  Add(2, std::nullopt);
  Add(1, 5.0);
  Add(0, 9.0);
  Add(1, 7.0);
  const auto groups = GroupEntries(archive_, day_, PaperOrder::kScore);
  ASSERT_EQ(groups.size(), 3U);
  EXPECT_EQ(groups[0].topic, 0U);
  EXPECT_EQ(groups[1].entries, (std::vector<EntryIndex>{3, 1}));
  EXPECT_EQ(groups[2].topic, 2U);
}

TEST_F(DayDropTest, WithoutScoresBothOrdersAreTheDigests) {
  Add(1, std::nullopt);
  Add(0, std::nullopt);
  EXPECT_EQ(GroupEntries(archive_, day_, PaperOrder::kScore)[0].topic, 1U);
}

}  // namespace
}  // namespace offprint
