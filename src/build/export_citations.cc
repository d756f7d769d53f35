#include "build/export_citations.h"

#include <utility>

#include "build/ingest.h"
#include "pages/site.h"

namespace offprint {

CitationsReport ExportCitations(
    const CitationsExport& options, const SiteConfig& config,
    const std::function<void(std::string_view)>& write, Progress& progress,
    Diagnostics& diagnostics) {
  const Archive archive =
      ReadArchive(options.source, config, options.jobs, progress, diagnostics);
  CitationsReport report;
  report.papers = archive.papers.size();
  Diagnostics plan_diagnostics;
  const Site site = PlanSite(archive, config, plan_diagnostics);
  if (plan_diagnostics.errors() > 0) {
    report.problem = "the site has errors, so nothing was written";
  }
  diagnostics.Append(std::move(plan_diagnostics));
  if (!report.problem.empty()) return report;
  ChosenPapers chosen = ChoosePapers(site, options.filter, options.jobs);
  report.problem = std::move(chosen.problem);
  if (!report.problem.empty()) return report;
  report.exported = chosen.papers.size();
  WritePapers(site, chosen.papers, *options.format, options.jobs, write);
  return report;
}

}  // namespace offprint
