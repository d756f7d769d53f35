// The export to people: from a folder of digests to one file of citations.
#ifndef OFFPRINT_BUILD_EXPORT_CITATIONS_H_
#define OFFPRINT_BUILD_EXPORT_CITATIONS_H_

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "base/progress.h"
#include "build/paper_filter.h"
#include "citations/formats.h"
#include "config/site_config.h"

namespace offprint {

struct CitationsExport {
  const CitationFormat* format = nullptr;
  std::filesystem::path source = ".";  // the site's folder
  PaperFilter filter;
  size_t jobs = 1;
};

struct CitationsReport {
  size_t papers = 0;    // of the archive
  size_t exported = 0;  // of those
  std::string problem;  // of the filter; then nothing was written
};

// Reads the digests as a build does and writes the papers that the filter
// wants, newest first, to `write`, piece by piece. With an error in the plan of
// the site nothing is written; errors in digests let the work go on.
CitationsReport ExportCitations(
    const CitationsExport& options, const SiteConfig& config,
    const std::function<void(std::string_view)>& write, Progress& progress,
    Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_EXPORT_CITATIONS_H_
