// What one build leaves for the next.
#ifndef OFFPRINT_BUILD_BUILD_CACHE_H_
#define OFFPRINT_BUILD_BUILD_CACHE_H_

#include <filesystem>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/diagnostics.h"
#include "base/hash.h"
#include "build/build.h"
#include "build/input_files.h"
#include "jekyll/site_renderer.h"
#include "output/ledger.h"
#include "render/renderer.h"
#include "search/index.h"

namespace offprint {

struct BuildCache {
  // Of what all pages share: program, settings, theme, the pages around.
  Hash128 environment;
  std::vector<InputFile> inputs;  // digests, then metadata
  // The build holds on days from `first_day` to before `end_day`, in days since
  // 1970: on others more or fewer digests lie in the future.
  int64_t first_day = INT64_MIN;
  int64_t end_day = INT64_MAX;
  jekyll::RelativeIncludes relative_includes;
  // What was said of the inputs.
  std::vector<Diagnostic> diagnostics;
  // Of the report: what the archive is.
  ArchiveCounts counts;
  size_t papers = 0;
  size_t days = 0;
  size_t pages = 0;
  RenderMemory render;
  search::IndexMemory search;
  bool has_old_search = false;  // see BuildOptions::keeps_search
  Ledger ledger;
  Hash128 site;  // the ledger's id
};

// The folder of caches in a site's folder.
inline constexpr const char* kCacheFolder = ".offprint-cache";

// Makes a folder of caches, with what tells git and backups to pass it over;
// false where it cannot be made.
bool MakeCacheFolder(const std::filesystem::path& folder);

// The cache for builds of the site at `source` into `destination`.
std::filesystem::path CachePath(const std::filesystem::path& source,
                                const std::filesystem::path& destination);

enum class CacheState { kFine, kNone, kDamaged };

// Reads a cache; what is not one, or of another program, is kDamaged and leaves
// `cache` empty.
CacheState LoadCache(const std::filesystem::path& path, BuildCache* cache);

// Writes it, whole or not at all; false where the folder cannot be written.
bool SaveCache(const std::filesystem::path& path, const BuildCache& cache);

// Removes the caches of a site, of builds into all destinations.
void RemoveCaches(const std::filesystem::path& source);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_BUILD_CACHE_H_
