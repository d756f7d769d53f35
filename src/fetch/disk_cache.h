// Answers that are kept on the disk, and asked for again only if they changed.
#ifndef OFFPRINT_FETCH_DISK_CACHE_H_
#define OFFPRINT_FETCH_DISK_CACHE_H_

#include <chrono>
#include <filesystem>
#include <string>

#include "fetch/fetcher.h"

namespace offprint::fetch {

// Keeps answers of status 200 to GET by their address alone, so whoever sends
// headers that the answer depends on keeps a cache of their own. Requests with
// Authorization or Cookie go past it. A file that is damaged or cannot be
// written is as one that is not there.
class DiskCache {
 public:
  // Files lie in the folder, which is made when the first one is written.
  explicit DiskCache(std::filesystem::path folder);

  // Adds the request to the fetcher, unless an answer was got or confirmed
  // within `fresh_for`: then `done` is called with that at once, `tries` 0. An
  // older one is asked for on the conditions If-None-Match and
  // If-Modified-Since (RFC 9110, 13.1); the answer 304 is given as the 200 that
  // is kept. Fetcher and cache outlive the run.
  void Get(Fetcher& fetcher, Request request, std::chrono::seconds fresh_for,
           Fetcher::Done done);

  // Drops the answer of that address, for who finds that it is of no use.
  void Forget(const std::string& url) const;
  // Drops the answers that were not got or confirmed for so long.
  void Prune(std::chrono::seconds age) const;

 private:
  struct Stored {
    int64_t time = 0;  // of the last confirmation, seconds since 1970
    Response response;
  };

  std::filesystem::path PathOf(const std::string& url) const;
  std::optional<Stored> Load(const std::string& url) const;
  void Save(const std::string& url, const Stored& stored) const;

  const std::filesystem::path folder_;
};

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_DISK_CACHE_H_
