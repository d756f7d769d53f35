#include "base/allocations.h"

#include <gtest/gtest.h>

#include <memory>
#include <vector>

#include "base/parallel.h"
#include "unit/sanitized.h"

namespace offprint {
namespace {

TEST(Allocations, AreCountedOnAllThreads) {
  const uint64_t before = AllocationsSoFar();
  std::vector<std::unique_ptr<int>> made(1000);
  ParallelFor(4, made.size(),
              [&](size_t, size_t i) { made[i] = std::make_unique<int>(1); });
  const uint64_t counted = AllocationsSoFar() - before;
  if (kIsSanitized) GTEST_SKIP() << "a sanitizer has its own operator new";
  EXPECT_GE(counted, made.size());
  EXPECT_LT(counted, 2 * made.size());
}

}  // namespace
}  // namespace offprint
