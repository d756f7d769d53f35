// offprint export
#include <cstdio>
#include <string>

#include "build/export_papers.h"
#include "citations/formats.h"
#include "cli/command.h"
#include "cli/export_citations_command.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal_progress.h"

namespace offprint {
namespace {

PapersExport ExportOf(const Options& options) {
  PapersExport papers;
  papers.engine = options.exports.format == "meilisearch"
                      ? SearchEngine::kMeilisearch
                      : SearchEngine::kOpenSearch;
  papers.source = options.source;
  papers.destination =
      options.source / options.exports.folder.value_or("export");
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

bool HasFilter(const ExportFlags& flags) {
  return !flags.topics.empty() || !flags.authors.empty() ||
         !flags.from.empty() || !flags.to.empty() || flags.min_score ||
         !flags.query.empty();
}

int RunExportEngine(const Options& options, const SiteConfig& config,
                    Diagnostics& diagnostics) {
  if (!options.exports.output.empty() || HasFilter(options.exports)) {
    return Refuse(
        "a search engine is given all papers, in a folder that --destination "
        "names; --output and what chooses papers are of bibtex, ris, csl-json, "
        "csv and jsonl",
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
                options.exports.format.c_str());
    PrintTable(report, diagnostics);
  }
  return diagnostics.errors() > 0 ? kExitContentErrors : kExitFine;
}

}  // namespace

int RunExport(const Options& options) {
  Diagnostics diagnostics;
  const SiteConfig config = LoadSettings(options, diagnostics);
  if (const auto code =
          RefuseSettings(options, diagnostics, "nothing was written")) {
    return *code;
  }
  if (!config.has_archive) {
    return Refuse("this is a Jekyll site without an archive (a site.yml)",
                  kExitUsage);
  }
  const auto* format = FindCitationFormat(options.exports.format);
  return format != nullptr
             ? RunExportCitations(options, *format, config, diagnostics)
             : RunExportEngine(options, config, diagnostics);
}

}  // namespace offprint
