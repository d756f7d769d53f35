// Requests of the tests, and options that let them reach this machine.
#ifndef OFFPRINT_TESTS_UNIT_FETCH_ASKING_H_
#define OFFPRINT_TESTS_UNIT_FETCH_ASKING_H_

#include <string>
#include <utility>
#include <vector>

#include "fetch/fetcher.h"

namespace offprint::fetch {

inline FetchOptions LocalOptions() {
  FetchOptions options;
  options.user_agent = "offprint-test/1";
  options.reach = Reach::kAnywhere;
  options.proxies = {};
  options.pace.host.at_once = 8;
  options.retry.first_wait = std::chrono::milliseconds(10);
  return options;
}

// The answers to the requests, in their order.
inline std::vector<Response> AskAll(Fetcher& fetcher,
                                    std::vector<Request> requests) {
  std::vector<Response> responses(requests.size());
  for (size_t i = 0; i < requests.size(); ++i) {
    fetcher.Add(std::move(requests[i]), [&responses, i](Response response) {
      responses[i] = std::move(response);
    });
  }
  fetcher.Run(false);
  return responses;
}

inline Response Ask(Request request, FetchOptions options = LocalOptions()) {
  Fetcher fetcher(std::move(options));
  return AskAll(fetcher, {std::move(request)}).front();
}

inline Request Get(std::string url) {
  Request request;
  request.url = std::move(url);
  return request;
}

}  // namespace offprint::fetch

#endif  // OFFPRINT_TESTS_UNIT_FETCH_ASKING_H_
