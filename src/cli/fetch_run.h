// What the parts of `fetch` share.
#ifndef OFFPRINT_CLI_FETCH_RUN_H_
#define OFFPRINT_CLI_FETCH_RUN_H_

#include <atomic>
#include <cstddef>

#include "base/diagnostics.h"
#include "base/progress.h"
#include "cli/fetch_flags.h"
#include "cli/options.h"
#include "config/site_config.h"
#include "fetch/options.h"

namespace offprint {

// All outlives the run. What is got is written as it comes: a run that is
// stopped or killed loses the requests under way at most.
struct FetchRun {
  const Options& options;
  const FetchWish& wish;
  const SiteConfig& config;
  fetch::FetchOptions http;  // pace and name are set; limits may be changed
  const std::atomic<bool>& stopped;
  Progress& progress;
  Diagnostics& diagnostics;
};

// What came of a part.
struct FetchOutcome {
  size_t got = 0;     // papers, digests: what is new on the disk
  size_t failed = 0;  // what was asked for and did not come
  size_t asked = 0;   // requests that went out
  size_t answered = 0;
};

// Metadata of the archive's papers, into content/_metadata/.
FetchOutcome FetchMetadata(FetchRun& run);
// Digests of others, into content/remote/.
FetchOutcome FetchRemote(FetchRun& run);
// New papers, into a digest of one's own.
FetchOutcome FetchPapers(FetchRun& run);

}  // namespace offprint

#endif  // OFFPRINT_CLI_FETCH_RUN_H_
