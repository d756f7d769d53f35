// HTTP and HTTPS, many requests at once: what offprint asks of other machines
// goes through here, with the same manners.
#ifndef OFFPRINT_FETCH_FETCHER_H_
#define OFFPRINT_FETCH_FETCHER_H_

#include <atomic>
#include <functional>
#include <memory>

#include "fetch/http.h"
#include "fetch/options.h"

namespace offprint::fetch {

// Not thread-safe: one thread adds, runs, and is called back. Connections are
// kept and used again as long as it lives.
class Fetcher {
 public:
  // Takes one answer; may Add() more.
  using Done = std::function<void(Response)>;

  explicit Fetcher(FetchOptions options);
  ~Fetcher();
  Fetcher(const Fetcher&) = delete;
  Fetcher& operator=(const Fetcher&) = delete;

  // Queues a request, of which the next Run() calls `done` once, whatever
  // becomes of it.
  void Add(Request request, Done done);

  // Asks for all that was added, and what is added meanwhile, and returns when
  // nothing is left. Redirects are followed and what may pass is tried again,
  // within the limits and at the pace of the options; a server that answers
  // 429 or 503 is left alone by all requests until its next try is due. Once
  // `cancel` is true, which a signal handler may set, all that is left is
  // kCancelled within a fifth of a second. What `done` throws ends the run;
  // then only the destructor may be called.
  void Run(const std::atomic<bool>& cancel);

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_FETCHER_H_
