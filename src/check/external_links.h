// Whether addresses elsewhere lead to something, by asking there.
#ifndef OFFPRINT_CHECK_EXTERNAL_LINKS_H_
#define OFFPRINT_CHECK_EXTERNAL_LINKS_H_

#include <atomic>
#include <chrono>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <vector>

#include "base/diagnostics.h"
#include "check/links.h"
#include "check/site_files.h"
#include "fetch/options.h"

namespace offprint {

struct ExternalOptions {
  fetch::FetchOptions fetch;
  // The file that keeps what was found; its folder is there.
  std::filesystem::path memory;
  // For how long what was found good is not asked for again; what was found
  // broken is after a day, or earlier where this is less.
  std::chrono::seconds recheck_after = std::chrono::hours(30 * 24);
  // Called when an address is done with, asked or known.
  std::function<void()> done;
};

struct ExternalCounts {
  size_t links = 0;
  size_t known = 0;      // from an earlier check
  size_t broken = 0;     // known or not
  size_t unknown = 0;    // could not be checked
  size_t not_asked = 0;  // because of `cancel`
};

// Asks for each address with HEAD, and with GET where the answer to that is no
// good one: many servers do not know HEAD. What is not there (404 Not Found,
// 410 Gone, no such host, no address at all) is a warning at its first place;
// what could not be checked, for whatever other reason, a note. Once `cancel`
// is true, the rest is not asked; what is known by then is kept.
ExternalCounts CheckExternalLinks(const std::vector<ExternalLink>& links,
                                  const SiteFiles& files,
                                  const ExternalOptions& options,
                                  const std::atomic<bool>& cancel,
                                  Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_EXTERNAL_LINKS_H_
