#ifndef OFFPRINT_BUILD_LAST_BUILD_H_
#define OFFPRINT_BUILD_LAST_BUILD_H_

#include <filesystem>
#include <string>
#include <vector>

#include "base/hash.h"
#include "build/build.h"
#include "build/build_cache.h"
#include "build/ingest.h"
#include "config/site_config.h"

namespace offprint {

// What the last build into a destination left, and how far it may be gone on
// from.
class LastBuild {
 public:
  // `environment` is that of the build to come. All but the path outlive this.
  LastBuild(const BuildOptions& options, const SiteConfig& config,
            const std::filesystem::path& destination,
            const Hash128& environment);

  // Whether pages may stay as they are. If not, why() says so; files that come
  // out the same need not be written even then, where the cache has a ledger.
  bool goes_on() const { return why_.empty(); }
  const std::string& why() const { return why_; }

  // Empty where it is of no use.
  const BuildCache& cache() const { return cache_; }
  // Where the next one goes.
  const std::filesystem::path& cache_path() const { return cache_path_; }

  // Whether a build of these digests and metadata today would make the site
  // that stands there.
  bool IsUpToDate(const std::vector<DigestPath>& inputs) const;

 private:
  void Read(const std::filesystem::path& destination,
            const Hash128& environment);
  bool HasSameIncludes() const;

  const BuildOptions& options_;
  const SiteConfig& config_;
  const std::filesystem::path cache_path_;
  BuildCache cache_;
  std::string why_;
};

}  // namespace offprint

#endif  // OFFPRINT_BUILD_LAST_BUILD_H_
