#include "fetch/retry.h"

#include <algorithm>
#include <cmath>

namespace offprint::fetch {

bool IsPassing(int status) {
  return status == 429 || (status >= 500 && status != 501 && status != 505);
}

bool MayRetry(const Request& request, const Response& response) {
  switch (response.failure) {
    case Failure::kNone:
      return IsPassing(response.status);
    case Failure::kNoHost:
    case Failure::kNoConnection:
      return true;
    case Failure::kTimeout:
    case Failure::kLost:
    case Failure::kBadBody:
      return request.method != Method::kPost;
    default:
      return false;
  }
}

std::optional<std::chrono::milliseconds> WaitBeforeRetry(
    const RetryPolicy& policy, const Request& request, const Response& response,
    double random) {
  if (response.tries > policy.most || !MayRetry(request, response)) {
    return std::nullopt;
  }
  using Milliseconds = std::chrono::duration<double, std::milli>;
  const Milliseconds doubled =
      policy.first_wait * std::exp2(std::max(0, response.tries - 1));
  const Milliseconds longest = policy.longest_wait;
  const Milliseconds backed_off =
      std::min(doubled, longest) * (0.5 + random / 2);
  const Milliseconds asked =
      response.retry_after.value_or(std::chrono::seconds(0));
  if (asked > longest) return std::nullopt;
  return std::chrono::ceil<std::chrono::milliseconds>(
      std::max(backed_off, asked));
}

}  // namespace offprint::fetch
