#include "build/export_papers.h"

#include <utility>

#include "build/counting_sink.h"
#include "build/ingest.h"
#include "engines/export.h"
#include "output/staging_sink.h"
#include "pages/site.h"

namespace offprint {
PapersExportReport ExportPapers(const PapersExport& options,
                                const SiteConfig& config, Progress& progress,
                                Diagnostics& diagnostics) {
  CheckDestination(options.destination,
                   {options.source, options.source / config.content,
                    options.source / "themes"},
                   options.foreign);
  PapersExportReport report;
  const Archive archive =
      ReadArchive(options.source, config, options.jobs, progress, diagnostics);
  report.papers = archive.papers.size();
  Diagnostics plan_diagnostics;
  const Site site = PlanSite(archive, config, plan_diagnostics);
  const bool failed = plan_diagnostics.errors() > 0;
  diagnostics.Append(std::move(plan_diagnostics));
  if (failed) return report;
  StagingSink staging(options.destination, options.foreign);
  CountingSink sink(staging);
  engines::ExportOptions write;
  write.engine = options.engine == SearchEngine::kMeilisearch
                     ? engines::Engine::kMeilisearch
                     : engines::Engine::kOpenSearch;
  write.jobs = options.jobs;
  write.paper_done = [&progress] { progress.Advance(); };
  progress.BeginStage("writing documents", archive.papers.size());
  engines::WriteExport(site, write, sink);
  progress.EndStage();
  staging.Commit();
  report.exported = true;
  report.files = sink.files();
  report.bytes = sink.bytes();
  return report;
}

}  // namespace offprint
