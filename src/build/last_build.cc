#include "build/last_build.h"

#include <algorithm>

#include "build/input_files.h"
#include "jekyll/site_engine.h"
#include "output/output_folder.h"

namespace offprint {

LastBuild::LastBuild(const BuildOptions& options, const SiteConfig& config,
                     const std::filesystem::path& destination,
                     const Hash128& environment)
    : options_(options),
      config_(config),
      cache_path_(CachePath(options.source, destination)) {
  if (options.clean) {
    why_ = "--clean asks for it";
  } else {
    Read(destination, environment);
  }
}

void LastBuild::Read(const std::filesystem::path& destination,
                     const Hash128& environment) {
  switch (LoadCache(cache_path_, &cache_)) {
    case CacheState::kNone:
      why_ = "it is the first build";
      return;
    case CacheState::kDamaged:
      why_ = "the cache is damaged, or another program's";
      return;
    case CacheState::kFine:
      break;
  }
  if (!HoldsSite(ResolveFolder(destination), cache_.site)) {
    why_ = "the output is not what the last build left";
    cache_ = BuildCache();
  } else if (cache_.environment != environment || !HasSameIncludes()) {
    why_ = "the program, the settings, the theme or a page has changed";
  }
}

bool LastBuild::HasSameIncludes() const {
  return std::ranges::all_of(
      cache_.relative_includes, [&](const auto& include) {
        return jekyll::HashOfRelative(jekyll::LoadRelative(
                   options_.source, include.first)) == include.second;
      });
}

bool LastBuild::IsUpToDate(const std::vector<DigestPath>& inputs) const {
  if (!goes_on()) return false;
  if (cache_.has_old_search && !options_.keeps_search) return false;
  const int64_t today = Today(config_.time_zone);
  return cache_.first_day <= today && today < cache_.end_day &&
         AreUnchanged(inputs, cache_.inputs);
}

}  // namespace offprint
