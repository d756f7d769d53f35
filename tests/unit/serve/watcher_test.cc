#include "serve/watcher.h"

#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <string>

namespace offprint::serve {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using Event = Watcher::Event;

constexpr milliseconds kLong{5000};
constexpr milliseconds kShort{150};

class WatcherTest : public ::testing::TestWithParam<Watcher::Way> {
 protected:
  WatcherTest() : stop_(eventfd(0, EFD_NONBLOCK)) {
    std::string name = ::testing::TempDir() + "offprint-XXXXXX";
    root_ = fs::canonical(mkdtemp(name.data()));
    fs::create_directories(root_ / "content/a");
    fs::create_directories(root_ / "public");
    Put("content/a/one.md");
  }
  ~WatcherTest() override { fs::remove_all(root_); }

  void Put(const std::string& path) {
    fs::create_directories((root_ / path).parent_path());
    std::ofstream(root_ / path, std::ios::app) << "text";
  }
  Watcher Watch() {
    return {{{root_}, {root_ / "public"}}, GetParam(), stop_.get()};
  }

  UniqueFd stop_;
  fs::path root_;
};

TEST_P(WatcherTest, AChangeIsNoticedOnce) {
  Watcher watcher = Watch();
  EXPECT_EQ(watcher.Wait(kShort), Event::kNothing);
  for (int i = 0; i < 500; ++i) Put("content/a/" + std::to_string(i) + ".md");
  EXPECT_EQ(watcher.Wait(kLong), Event::kChange);
  EXPECT_EQ(watcher.Wait(kShort), Event::kNothing);
}

TEST_P(WatcherTest, FilesMayBeRenamedOverAndRemoved) {
  Watcher watcher = Watch();
  Put("new.tmp");
  EXPECT_EQ(watcher.Wait(kLong), Event::kChange);
  fs::rename(root_ / "new.tmp", root_ / "content/a/one.md");
  EXPECT_EQ(watcher.Wait(kLong), Event::kChange);
  fs::remove_all(root_ / "content/a");
  EXPECT_EQ(watcher.Wait(kLong), Event::kChange);
}

TEST_P(WatcherTest, NewFoldersAreWatchedToo) {
  Watcher watcher = Watch();
  fs::create_directories(root_ / "content/b/c");
  EXPECT_EQ(watcher.Wait(kLong), Event::kChange);
  Put("content/b/c/two.md");
  EXPECT_EQ(watcher.Wait(kLong), Event::kChange);
}

TEST_P(WatcherTest, HiddenAndSkippedFoldersAreNot) {
  fs::create_directories(root_ / ".git");
  Watcher watcher = Watch();
  Put("public/index.html");
  Put(".git/index");
  Put(".one.md.swp");
  EXPECT_EQ(watcher.Wait(kShort), Event::kNothing);
}

TEST_P(WatcherTest, ItCanBeStopped) {
  Watcher watcher = Watch();
  const uint64_t one = 1;
  ASSERT_EQ(write(stop_.get(), &one, sizeof one),
            static_cast<ssize_t>(sizeof one));
  EXPECT_EQ(watcher.Wait(kLong), Event::kStop);
}

INSTANTIATE_TEST_SUITE_P(Ways, WatcherTest,
                         ::testing::Values(Watcher::Way::kNotified,
                                           Watcher::Way::kPolling));

}  // namespace
}  // namespace offprint::serve
