#include "check/link_memory.h"

#include <gtest/gtest.h>
#include <unistd.h>

namespace offprint {
namespace {

namespace fs = std::filesystem;
using std::chrono::seconds;

class LinkMemoryTest : public testing::Test {
 protected:
  LinkMemoryTest() {
    std::string name = (fs::temp_directory_path() / "memory-XXXXXX").string();
    folder_ = mkdtemp(name.data());
  }
  ~LinkMemoryTest() override { fs::remove_all(folder_); }

  // Of an address in the file, a minute old at most.
  LinkState Stored(const std::string& url, int64_t now) const {
    const LinkMemory memory(folder_ / "links");
    const LinkVerdict* found = memory.Find(url, seconds(60), now);
    return found == nullptr ? LinkState::kNotAsked : found->state;
  }

  fs::path folder_;
};

TEST_F(LinkMemoryTest, KeepsWhatIsCertainForAWhile) {
  LinkMemory memory(folder_ / "links");
  memory.Keep("a", {LinkState::kGood}, 1000);
  memory.Keep("b", {LinkState::kBroken, "why"}, 1000);
  memory.Keep("c", {LinkState::kUnknown, "?"}, 1000);
  EXPECT_TRUE(memory.Save(1000));
  EXPECT_EQ(Stored("a", 1059), LinkState::kGood);
  EXPECT_EQ(Stored("a", 1060), LinkState::kNotAsked);
  EXPECT_EQ(Stored("a", 999), LinkState::kNotAsked);
  EXPECT_EQ(Stored("b", 1000), LinkState::kBroken);
  EXPECT_EQ(Stored("c", 1000), LinkState::kNotAsked);
  EXPECT_EQ(LinkMemory(folder_ / "links").Find("b", seconds(9), 1000)->reason,
            "why");
}

TEST_F(LinkMemoryTest, ForgetsWhatIsAYearOld) {
  constexpr int64_t kYear = 365 * 24 * 3600;
  LinkMemory memory(folder_ / "links");
  memory.Keep("a", {LinkState::kGood}, 0);
  memory.Keep("b", {LinkState::kGood}, kYear);
  memory.Save(kYear);
  EXPECT_EQ(Stored("a", 1), LinkState::kNotAsked);
  EXPECT_EQ(Stored("b", kYear), LinkState::kGood);
}

TEST_F(LinkMemoryTest, ADamagedFileIsEmpty) {
  LinkMemory memory(folder_ / "links");
  memory.Keep("a", {LinkState::kGood}, 1000);
  memory.Save(1000);
  const auto size = fs::file_size(folder_ / "links");
  for (size_t cut = 0; cut < size; ++cut) {
    fs::resize_file(folder_ / "links", cut);
    EXPECT_EQ(Stored("a", 1000), LinkState::kNotAsked) << cut;
    EXPECT_TRUE(memory.Save(1000));
  }
}

TEST_F(LinkMemoryTest, AFolderThatIsNotThere) {
  LinkMemory memory(folder_ / "none" / "links");
  EXPECT_FALSE(memory.Save(1000));
}

}  // namespace
}  // namespace offprint
