// offprint build
#include <cstdio>
#include <string>

#include "build/build.h"
#include "cli/build_options.h"
#include "cli/command.h"
#include "cli/host_report.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal_progress.h"

namespace offprint {
namespace {

void PrintTable(const BuildReport& report, const Diagnostics& diagnostics) {
  Table table;
  table.Add("digests", WithCommas(report.counts.files));
  table.Add("days", WithCommas(report.days));
  table.Add("papers", WithCommas(report.papers) + " from " +
                          WithCommas(report.counts.entries) + " entries");
  table.Add("pages", WithCommas(report.pages));
  table.Add("site", WithCommas(report.files) + " files, " +
                        FormatBytes(report.use.bytes));
  table.Add("made", MadeOf(report));
  table.Add("time", FormatSeconds(report.wall) + " (CPU " +
                        FormatSeconds(report.cpu) + ")");
  table.Add("memory", FormatBytes(report.peak_memory));
  table.Add("GitHub Pages", SummaryOf(report.use));
  table.Add("found", SummaryOf(diagnostics));
  std::fputs(table.Format().c_str(), stdout);
}

void PrintTiming(const BuildReport& report) {
  Table table;
  for (const StageTime& stage : report.stages) {
    table.Add(stage.name, FormatSeconds(stage.wall) + " (CPU " +
                              FormatSeconds(stage.cpu) + "), read " +
                              FormatBytes(stage.read) + ", wrote " +
                              FormatBytes(stage.written) + ", files " +
                              WithCommas(stage.files) + ", allocations " +
                              WithCommas(stage.allocations) + ", memory " +
                              FormatBytes(stage.memory));
  }
  for (const PartUse& part : report.use.parts) {
    table.Add(part.name, FormatBytes(part.bytes) + " in " +
                             WithCommas(part.files) + " files");
  }
  std::fputs(table.Format().c_str(), stdout);
}

int Fail(const char* why) {
  std::fprintf(stderr,
               "offprint: %s; the old output, if any, stays as it was\n", why);
  return kExitContentErrors;
}

}  // namespace

int RunBuild(const Options& options) {
  Diagnostics diagnostics;
  const SiteConfig config = LoadSettings(options, diagnostics);
  if (const auto code = RefuseSettings(
          options, diagnostics,
          "nothing was built; the old output, if any, stays as it was")) {
    return *code;
  }
  const auto progress = MakeProgress(options.quiet);
  const BuildReport report =
      BuildSite(BuildOptionsOf(options), config, *progress, diagnostics);
  PrintDiagnostics(diagnostics, DetailOf(options), stderr);
  if (!report.built) {
    return Fail(options.strict && diagnostics.errors() == 0
                    ? "warnings fail a --strict build, so nothing was "
                      "put in place"
                    : "because of the errors above nothing was put "
                      "in place");
  }
  if (!options.quiet) {
    std::printf("Built %s (%s)\n",
                (options.source / config.destination)
                    .lexically_normal()
                    .string()
                    .c_str(),
                config.format == OutputFormat::kHtml ? "html" : "jekyll");
    PrintTable(report, diagnostics);
  }
  if (options.timing) PrintTiming(report);
  for (const std::string& line : HostWarnings(report.use, config)) {
    std::fprintf(stderr, "%s\n", line.c_str());
  }
  return diagnostics.errors() > 0 ? kExitContentErrors : kExitFine;
}

}  // namespace offprint
