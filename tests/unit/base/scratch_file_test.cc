#include "base/scratch_file.h"

#include <gtest/gtest.h>

#include <filesystem>

#include "base/parallel.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

// In a folder that is there, and in none: then the bytes are in memory.
class ScratchFileTest : public testing::TestWithParam<bool> {
 protected:
  static fs::path Folder() {
    return GetParam() ? fs::path(testing::TempDir()) : fs::path("/nowhere");
  }
};

TEST_P(ScratchFileTest, GivesBackWhatItWasGiven) {
  ScratchFile file(Folder());
  EXPECT_EQ(file.Append("检索"), 0U);
  EXPECT_EQ(file.Append("cups"), 6U);
  std::string bytes = "something else";
  file.Read(3, 5, &bytes);
  EXPECT_EQ(bytes, "索cu");
  file.Read(10, 0, &bytes);
  EXPECT_EQ(bytes, "");
}

TEST_P(ScratchFileTest, ThreadsDoNotMixTheirBytes) {
  ScratchFile file(Folder());
  ParallelFor(4, 1000, [&](size_t, size_t i) {
    const std::string given(i, static_cast<char>('a' + i % 26));
    const uint64_t offset = file.Append(given);
    std::string got;
    file.Read(offset, given.size(), &got);
    EXPECT_EQ(got, given);
  });
}

INSTANTIATE_TEST_SUITE_P(OnDiskAndInMemory, ScratchFileTest, testing::Bool());

TEST(ScratchFile, LeavesNothingBehind) {
  const fs::path folder = fs::path(testing::TempDir()) / "scratch-test";
  fs::create_directories(folder);
  ScratchFile file(folder);
  file.Append("cups");
  EXPECT_TRUE(fs::is_empty(folder));
  fs::remove_all(folder);
}

}  // namespace
}  // namespace offprint
