#include "base/parallel.h"

#include <sched.h>

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace offprint {

void ParallelFor(size_t jobs, size_t items,
                 const std::function<void(size_t, size_t)>& work) {
  jobs = std::max<size_t>(1, std::min(jobs, items));
  const size_t batch = std::clamp<size_t>(items / (jobs * 64), 1, 64);
  std::atomic<size_t> next = 0;
  std::exception_ptr failure;
  std::mutex failure_mutex;
  const auto run = [&](size_t worker) {
    try {
      for (;;) {
        const size_t begin = next.fetch_add(batch);
        if (begin >= items) return;
        const size_t end = std::min(items, begin + batch);
        for (size_t item = begin; item < end; ++item) work(worker, item);
      }
    } catch (...) {
      const std::lock_guard lock(failure_mutex);
      if (!failure) failure = std::current_exception();
      next = items;
    }
  };
  std::vector<std::jthread> threads;
  for (size_t worker = 1; worker < jobs; ++worker) {
    threads.emplace_back(run, worker);
  }
  run(0);
  threads.clear();
  if (failure) std::rethrow_exception(failure);
}

size_t DefaultJobs() {
  cpu_set_t set;
  CPU_ZERO(&set);
  if (sched_getaffinity(0, sizeof set, &set) == 0) {
    return static_cast<size_t>(std::max(1, CPU_COUNT(&set)));
  }
  return std::max(1U, std::thread::hardware_concurrency());
}

}  // namespace offprint
