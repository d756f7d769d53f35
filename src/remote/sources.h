// The kinds of sources, one file each.
#ifndef OFFPRINT_REMOTE_SOURCES_H_
#define OFFPRINT_REMOTE_SOURCES_H_

#include <atomic>
#include <memory>

#include "fetch/disk_cache.h"
#include "fetch/fetcher.h"
#include "remote/visit.h"

namespace offprint::remote {

// What one source does in a run.
class Source {
 public:
  virtual ~Source() = default;
  // Adds its requests to the fetcher. Called once, before its run.
  virtual void Begin(fetch::Fetcher& fetcher) = 0;
  // What is left to do behind that run, whether it was cancelled or not.
  virtual void End() {}
};

// The visit, and what else is given, outlive the source.
std::unique_ptr<Source> MakeUrlSource(Visit& visit);
std::unique_ptr<Source> MakeFeedSource(Visit& visit, fetch::DiskCache& cache);
std::unique_ptr<Source> MakeDatedSource(Visit& visit);
std::unique_ptr<Source> MakeGitSource(Visit& visit,
                                      const std::atomic<bool>& cancel);

}  // namespace offprint::remote

#endif  // OFFPRINT_REMOTE_SOURCES_H_
