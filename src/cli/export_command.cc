// offprint export
#include <cstdio>
#include <string>

#include "build/export_papers.h"
#include "cli/command.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal_progress.h"

namespace offprint {
namespace {

PapersExport ExportOf(const Options& options) {
  PapersExport papers;
  papers.engine = options.export_format == "meilisearch"
                      ? SearchEngine::kMeilisearch
                      : SearchEngine::kOpenSearch;
  papers.source = options.source;
  papers.destination = options.source / options.export_folder;
  papers.jobs = JobsOf(options);
  papers.foreign =
      options.force ? ForeignFolder::kReplace : ForeignFolder::kRefuse;
  return papers;
}

int Refuse(const char* why, int exit_code) {
  std::fprintf(stderr, "offprint export: %s\n", why);
  return exit_code;
}

void PrintTable(const PapersExportReport& report,
                const Diagnostics& diagnostics) {
  Table table;
  table.Add("papers", WithCommas(report.papers));
  table.Add("written",
            WithCommas(report.files) + " files, " + FormatBytes(report.bytes));
  table.Add("found", SummaryOf(diagnostics));
  std::fputs(table.Format().c_str(), stdout);
}

}  // namespace

int RunExport(const Options& options) {
  Diagnostics diagnostics;
  const SiteConfig config = LoadSettings(options, diagnostics);
  if (diagnostics.errors() > 0) {
    PrintDiagnostics(diagnostics, DetailOf(options), stderr);
    return Refuse("the settings have errors, so nothing was written",
                  kExitContentErrors);
  }
  if (!config.has_archive) {
    return Refuse("this is a Jekyll site without an archive (a site.yml)",
                  kExitUsage);
  }
  const PapersExport papers = ExportOf(options);
  if (ResolveFolder(papers.destination) ==
      ResolveFolder(options.source / config.destination)) {
    return Refuse("--destination is the folder of the site itself", kExitUsage);
  }
  const auto progress = MakeProgress(options.quiet);
  const PapersExportReport report =
      ExportPapers(papers, config, *progress, diagnostics);
  PrintDiagnostics(diagnostics, DetailOf(options), stderr);
  if (!report.exported) {
    return Refuse("because of the errors above nothing was written",
                  kExitContentErrors);
  }
  if (!options.quiet) {
    std::printf("Exported %s (%s)\n",
                papers.destination.lexically_normal().string().c_str(),
                options.export_format.c_str());
    PrintTable(report, diagnostics);
  }
  return diagnostics.errors() > 0 ? kExitContentErrors : kExitFine;
}

}  // namespace offprint
