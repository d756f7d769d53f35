// One loop over many independent items, on several threads.
#ifndef OFFPRINT_BASE_PARALLEL_H_
#define OFFPRINT_BASE_PARALLEL_H_

#include <cstddef>
#include <functional>

namespace offprint {

// Calls work(worker, item) for every item of [0, items), on at most `jobs`
// threads (at least one: this one); `worker` is below `jobs` and one worker
// runs one item at a time. Items are handed out in order, a few at once. The
// first exception stops the handing out and is thrown again here.
void ParallelFor(size_t jobs, size_t items,
                 const std::function<void(size_t worker, size_t item)>& work);

// How many jobs to run when nobody says: the processors this process may use.
size_t DefaultJobs();

}  // namespace offprint

#endif  // OFFPRINT_BASE_PARALLEL_H_
