// Brings digests of others into content/remote/.
#ifndef OFFPRINT_REMOTE_FETCH_SOURCES_H_
#define OFFPRINT_REMOTE_FETCH_SOURCES_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostics.h"
#include "base/progress.h"
#include "config/remote_source.h"
#include "fetch/options.h"

namespace offprint::remote {

enum class Mode { kFetch, kDryRun };

struct RemoteOptions {
  fetch::FetchOptions http;
  std::filesystem::path content;  // folder of the digests
  std::filesystem::path cache;    // what may be lost: feeds, repositories
  int64_t now = 0;                // seconds since 1970
  Date today;                     // by the site's clock
  Mode mode = Mode::kFetch;
  // Takes a line for the user: what a dry run would ask for, and what came of
  // each source.
  std::function<void(const std::string& line)> say;
};

struct RemoteCounts {
  size_t fresh = 0;  // digests that are new here
  size_t changed = 0;
  size_t same = 0;
  size_t held = 0;  // changed there, and not written over a file of the keeper
  size_t gone = 0;  // from there, found by this run
  size_t failed = 0;
  size_t asked = 0;  // requests, answers
  size_t answered = 0;

  RemoteCounts& operator+=(const RemoteCounts& other);
};

// Asks all sources, the web first and then the repositories, and writes what
// comes as it comes. What is wrong is told at the source's place in the
// settings; it does not keep the others. `progress` is told of each request.
// Returns early once `cancel` is true.
RemoteCounts FetchSources(const std::vector<RemoteSource>& sources,
                          const RemoteOptions& options, Progress& progress,
                          const std::atomic<bool>& cancel,
                          Diagnostics& diagnostics);

}  // namespace offprint::remote

#endif  // OFFPRINT_REMOTE_FETCH_SOURCES_H_
