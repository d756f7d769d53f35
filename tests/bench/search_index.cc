// Writes the search index of a site and nothing else:
//
//   search_index SITE_FOLDER OUT_FOLDER
//
// and prints, as a JSON object, what that took beyond reading the digests:
// seconds of wall and CPU time, bytes of memory before and at the most, and
// what was written.
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <filesystem>
#include <string_view>
#include <vector>

#include "base/parallel.h"
#include "base/progress.h"
#include "build/counting_sink.h"
#include "build/ingest.h"
#include "build/stage_clock.h"
#include "output/staging_sink.h"
#include "pages/site.h"
#include "search/index.h"

namespace offprint {
namespace {

void Run(const std::filesystem::path& source,
         const std::filesystem::path& destination) {
  const SiteConfig config;
  const size_t jobs = DefaultJobs();
  Diagnostics diagnostics;
  Progress progress;
  const Archive archive =
      BuildArchive(ReadDigests(FindDigests(source, config, diagnostics), config,
                               jobs, progress, diagnostics),
                   ArchiveOptionsOf(config));
  const Site site = PlanSite(archive, config, diagnostics);
  const uint64_t memory = PeakMemory();
  const double wall = WallSeconds();
  const double cpu = CpuSeconds();
  StagingSink staging(destination, ForeignFolder::kRefuse);
  CountingSink sink(staging);
  search::IndexMemory tiers;
  search::WriteIndex(site, ContentHashes(site, jobs),
                     {jobs, std::filesystem::temp_directory_path()}, &tiers,
                     sink);
  staging.Commit();
  std::printf(
      "{\"papers\": %zu, \"wall\": %.2f, \"cpu\": %.2f, \"memory_before\": "
      "%llu, \"memory\": %llu, \"files\": %zu, \"bytes\": %zu}\n",
      archive.papers.size(), WallSeconds() - wall, CpuSeconds() - cpu,
      static_cast<unsigned long long>(memory),
      static_cast<unsigned long long>(PeakMemory()), sink.files(),
      static_cast<size_t>(sink.bytes()));
}

}  // namespace
}  // namespace offprint

int main(int argc, char** argv) {
  if (argc != 3) {
    std::fprintf(stderr, "usage: search_index SITE_FOLDER OUT_FOLDER\n");
    return 2;
  }
  try {
    offprint::Run(argv[1], argv[2]);
    return EXIT_SUCCESS;
  } catch (const std::exception& error) {
    std::fprintf(stderr, "search_index: %s\n", error.what());
    return EXIT_FAILURE;
  }
}
