// Whether and when a server is asked again.
#ifndef OFFPRINT_FETCH_RETRY_H_
#define OFFPRINT_FETCH_RETRY_H_

#include <chrono>
#include <optional>

#include "fetch/http.h"

namespace offprint::fetch {

struct RetryPolicy {
  int most = 3;                                 // tries behind the first
  std::chrono::milliseconds first_wait{1'000};  // doubles with each
  std::chrono::milliseconds longest_wait{120'000};
};

// Whether the status is one that passes: 429 Too Many Requests, or an error of
// the server other than 501 and 505, which stay what they are.
bool IsPassing(int status);

// Whether the same request may be answered another time: the status passes, or
// no answer came for a reason that may. A POST that may have been heard, as
// its answer is what was lost, is not asked again.
bool MayRetry(const Request& request, const Response& response);

// How long to wait before the next try, of which `response.tries` are done;
// nothing where there is none. The wait doubles with each try, of which a part
// is left to chance, `random` in [0, 1), so that many who were refused
// together do not come back together; it is never shorter than Retry-After
// asks. Where that is more than the longest wait, there is no next try.
std::optional<std::chrono::milliseconds> WaitBeforeRetry(
    const RetryPolicy& policy, const Request& request, const Response& response,
    double random);

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_RETRY_H_
