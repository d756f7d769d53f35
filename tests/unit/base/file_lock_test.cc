#include "base/file_lock.h"

#include <gtest/gtest.h>

#include "base/diagnostics.h"

namespace offprint {
namespace {

TEST(FileLockTest, IsHeldByOneUntilItIsClosed) {
  const std::filesystem::path path =
      std::filesystem::path(testing::TempDir()) / "file_lock_test.lock";
  std::optional<UniqueFd> first = LockFile(path);
  ASSERT_TRUE(first);
  EXPECT_FALSE(LockFile(path));
  first.reset();
  EXPECT_TRUE(LockFile(path));
  std::filesystem::remove(path);
}

TEST(FileLockTest, SaysWhichFileCannotBeMade) {
  try {
    LockFile("/nowhere/at all/lock");
    FAIL();
  } catch (const EnvironmentError& error) {
    EXPECT_STREQ(error.what(),
                 "cannot write /nowhere/at all/lock: No such file or "
                 "directory");
  }
}

}  // namespace
}  // namespace offprint
