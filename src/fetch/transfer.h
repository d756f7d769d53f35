// One try of one request, through a handle of libcurl.
#ifndef OFFPRINT_FETCH_TRANSFER_H_
#define OFFPRINT_FETCH_TRANSFER_H_

#include <memory>
#include <string>

#include "fetch/http.h"
#include "fetch/options.h"

namespace offprint::fetch {

// What came of a try.
struct Outcome {
  Response response;
  std::string redirect;  // where the answer sends to, in full; empty: nowhere
};

class Transfer {
 public:
  // Both outlive it. The request's address is one that ParseUrl() takes.
  Transfer(const Request& request, const FetchOptions& options);
  ~Transfer();
  Transfer(const Transfer&) = delete;
  Transfer& operator=(const Transfer&) = delete;

  // To be run by libcurl; a CURL*.
  void* handle() const;
  // What came, once libcurl is done with the handle and says `code`, a
  // CURLcode. Called once.
  Outcome Finish(int code);
  // Whoever takes the handle from libcurl while it runs calls this before, so
  // that a look-up of a name under way is not waited for.
  void Abandon();

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_TRANSFER_H_
