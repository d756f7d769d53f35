#include "base/parallel.h"

#include <gtest/gtest.h>

#include <atomic>
#include <stdexcept>
#include <vector>

namespace offprint {
namespace {

TEST(ParallelTest, EveryItemIsDoneOnce) {
  std::vector<std::atomic<int>> done(10'000);
  ParallelFor(4, done.size(), [&](size_t, size_t item) { ++done[item]; });
  for (const auto& count : done) EXPECT_EQ(count, 1);
}

TEST(ParallelTest, AWorkerRunsOneItemAtATime) {
  std::vector<std::atomic<int>> busy(4);
  std::atomic<bool> overlapped = false;
  ParallelFor(4, 10'000, [&](size_t worker, size_t) {
    if (++busy[worker] != 1) overlapped = true;
    --busy[worker];
  });
  EXPECT_FALSE(overlapped);
}

TEST(ParallelTest, AnExceptionComesBackToTheCaller) {
  const auto run = [] {
    ParallelFor(4, 1000, [](size_t, size_t item) {
      if (item == 500) throw std::runtime_error("item 500");
    });
  };
  EXPECT_THROW(run(), std::runtime_error);
}

TEST(ParallelTest, NoItemsIsNoWork) {
  bool ran = false;
  ParallelFor(4, 0, [&](size_t, size_t) { ran = true; });
  EXPECT_FALSE(ran);
}

}  // namespace
}  // namespace offprint
