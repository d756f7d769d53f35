// One request after the other, through the disk cache.
#ifndef OFFPRINT_HARVEST_CLIENT_H_
#define OFFPRINT_HARVEST_CLIENT_H_

#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <string>

#include "fetch/disk_cache.h"
#include "fetch/fetcher.h"

namespace offprint::harvest {

enum class Reading {
  kAsk,
  kKept,  // from the cache alone, however old
};

// arXiv asks for one request at a time, so that nothing is gained by more.
class Client {
 public:
  // `stopped` outlives the client. Who asks drops answers of more than a month
  // ago.
  Client(fetch::FetchOptions options, const std::filesystem::path& folder,
         Reading reading, const std::atomic<bool>& stopped);

  // The answer, of the cache where it has one that is young enough.
  fetch::Response Get(const std::string& url, std::chrono::seconds fresh_for);
  // The answer was of no use: the next Get asks again.
  void Forget(const std::string& url);

  bool stopped() const { return stopped_; }
  size_t asked() const { return asked_; }        // requests that went out
  size_t answered() const { return answered_; }  // of them

 private:
  const fetch::FetchOptions options_;
  fetch::Fetcher fetcher_;
  fetch::DiskCache cache_;
  const Reading reading_;
  const std::atomic<bool>& stopped_;
  size_t asked_ = 0;
  size_t answered_ = 0;
};

}  // namespace offprint::harvest

#endif  // OFFPRINT_HARVEST_CLIENT_H_
