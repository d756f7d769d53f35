// How much of what GitHub Pages gives a site takes.
#ifndef OFFPRINT_BUILD_HOST_USE_H_
#define OFFPRINT_BUILD_HOST_USE_H_

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "config/site_config.h"
#include "output/ledger.h"

namespace offprint {

// The limits of GitHub Pages (docs.github.com, "GitHub Pages limits", and the
// limit of a file in a repository, which deploying from a branch meets).
inline constexpr uint64_t kHostBytes = 1'000'000'000;
inline constexpr uint64_t kHostFileBytes = 100'000'000;
inline constexpr double kHostSeconds = 600;

// The files of a kind of page, or of another part of the site.
struct PartUse {
  std::string name;  // "paper", "search", …; "others" for the rest
  size_t files = 0;
  uint64_t bytes = 0;
};

struct HostUse {
  uint64_t bytes = 0;
  std::string largest_file;  // its path
  uint64_t largest_bytes = 0;
  // What Jekyll takes to build the pages, guessed from their number; 0 where it
  // has nothing to do.
  double jekyll_seconds = 0;
  std::vector<PartUse> parts;  // the largest first

  // The part of that name, or one of nothing.
  PartUse Part(const std::string& name) const;
};

// Of a site of so many pages whose files are those of the ledger.
HostUse UseOf(const Ledger& ledger, const SiteConfig& config, size_t pages);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_HOST_USE_H_
