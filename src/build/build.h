// The build: the list of passes from a folder of digests to a finished site.
#ifndef OFFPRINT_BUILD_BUILD_H_
#define OFFPRINT_BUILD_BUILD_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "base/progress.h"
#include "build/host_use.h"
#include "config/site_config.h"
#include "model/archive.h"
#include "output/output_folder.h"
#include "output/staging_sink.h"

namespace offprint {

class DigestMemory;

struct BuildOptions {
  std::filesystem::path source = ".";  // the site's folder
  std::string config = "site.yml";     // what diagnostics call its settings
  // Where themes are looked for after the site's own "themes".
  std::vector<std::filesystem::path> theme_folders;
  size_t jobs = 1;
  // Keep the newest so many days only; 0 for all.
  size_t limit = 0;
  // Warnings fail the build too.
  bool strict = false;
  // Make everything anew, whatever the last build left.
  bool clean = false;
  // Leave the search as the last build made it, where there is one, for a later
  // build to bring up to date.
  bool keeps_search = false;
  // Digests of earlier builds of this process, to read only what has changed;
  // outlives the build.
  DigestMemory* digests = nullptr;
  ForeignFolder foreign = ForeignFolder::kRefuse;
  // Seen from the source: where to build instead of the settings' destination,
  // which is no part of the site then either. Empty: there.
  std::filesystem::path aside;
};

// What one pass took.
struct StageTime {
  std::string name;
  double wall = 0;       // seconds
  double cpu = 0;        // seconds of all threads
  uint64_t read = 0;     // bytes, of files
  uint64_t written = 0;  // bytes, to files
  uint64_t files = 0;    // of the site that were written
  uint64_t allocations = 0;
  uint64_t memory = 0;  // bytes: the most of the process until its end
};

struct BuildReport {
  bool built = false;  // whether the output was put in place
  ArchiveCounts counts;
  size_t papers = 0;
  size_t days = 0;
  size_t pages = 0;
  size_t files = 0;  // of the site
  HostUse use;
  size_t written = 0;                // files that were written or taken away
  std::vector<std::string> changed;  // the paths of those that were written
  Hash128 site;                      // of all paths and contents
  // Why all of it was made anew; empty where the last build was gone on from.
  std::string why_all;
  double wall = 0;           // seconds
  double cpu = 0;            // seconds
  uint64_t peak_memory = 0;  // bytes, of the whole process so far
  std::vector<StageTime> stages;
};

// The name of the theme that the site is built with: a Jekyll site without an
// archive has the one that its _config.yml names, or none.
std::string ThemeOf(const SiteConfig& config);

// Builds the site into its destination. With an error among the diagnostics
// (or, where strict, a warning) of settings, theme or templates nothing is put
// in place and the old output stays; errors in digests let the build go on.
BuildReport BuildSite(const BuildOptions& options, const SiteConfig& config,
                      Progress& progress, Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_BUILD_H_
