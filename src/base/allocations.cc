// Counting must cost next to nothing: threads that run at once write to counts
// that lie apart.
#include "base/allocations.h"

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
#define OFFPRINT_COUNTS_ALLOCATIONS 0
#elif defined(__has_feature)
#define OFFPRINT_COUNTS_ALLOCATIONS                                         \
  (!__has_feature(address_sanitizer) && !__has_feature(thread_sanitizer) && \
   !__has_feature(memory_sanitizer))
#else
#define OFFPRINT_COUNTS_ALLOCATIONS 1
#endif

namespace offprint {
namespace {

constexpr size_t kCacheLine = 64;  // bytes

struct alignas(kCacheLine) Count {
  std::atomic<uint64_t> allocations = 0;
};

std::array<Count, 64> counts;

}  // namespace

uint64_t AllocationsSoFar() {
  uint64_t all = 0;
  for (const Count& count : counts) all += count.allocations;
  return all;
}

#if OFFPRINT_COUNTS_ALLOCATIONS
namespace {

std::atomic<size_t> threads = 0;

void* CountAndAllocate(size_t size) {
  thread_local std::atomic<uint64_t>& count =
      counts[threads++ % counts.size()].allocations;
  count.fetch_add(1, std::memory_order_relaxed);
  // C's malloc may give nothing for nothing.
  return std::malloc(size > 0 ? size : 1);
}

}  // namespace
#endif

}  // namespace offprint

#if OFFPRINT_COUNTS_ALLOCATIONS
void* operator new(size_t size) {
  for (;;) {
    if (void* memory = offprint::CountAndAllocate(size)) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (handler == nullptr) throw std::bad_alloc();
    handler();
  }
}

void* operator new[](size_t size) { return operator new(size); }
void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete[](void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, size_t) noexcept { std::free(memory); }
void operator delete[](void* memory, size_t) noexcept { std::free(memory); }
#endif
