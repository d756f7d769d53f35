// The export: from a folder of digests to the files of a search engine.
#ifndef OFFPRINT_BUILD_EXPORT_PAPERS_H_
#define OFFPRINT_BUILD_EXPORT_PAPERS_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>

#include "base/diagnostics.h"
#include "base/progress.h"
#include "config/site_config.h"
#include "output/output_folder.h"

namespace offprint {

struct PapersExport {
  SearchEngine engine = SearchEngine::kOpenSearch;  // a server's
  std::filesystem::path source = ".";               // the site's folder
  std::filesystem::path destination;
  size_t jobs = 1;
  ForeignFolder foreign = ForeignFolder::kRefuse;
};

struct PapersExportReport {
  bool exported = false;  // whether the folder was put in place
  size_t papers = 0;
  size_t files = 0;
  uint64_t bytes = 0;
};

// Reads the digests as a build does and writes the papers for the engine. With
// an error in the plan of the site the old folder stays; errors in digests let
// the work go on.
PapersExportReport ExportPapers(const PapersExport& options,
                                const SiteConfig& config, Progress& progress,
                                Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_EXPORT_PAPERS_H_
