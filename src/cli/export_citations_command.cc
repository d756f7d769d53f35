#include "cli/export_citations_command.h"

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "build/export_citations.h"
#include "cli/day_range.h"
#include "cli/file_output.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal_progress.h"

namespace offprint {
namespace {

int Refuse(const std::string& why, int exit_code) {
  std::fprintf(stderr, "offprint export: %s\n", why.c_str());
  return exit_code;
}

std::string ReadFilter(const ExportFlags& flags, PaperFilter* filter) {
  filter->topics = flags.topics;
  filter->authors = flags.authors;
  filter->min_score = flags.min_score;
  filter->query = flags.query;
  return ReadDayRange(flags.from, flags.to, &filter->from, &filter->to);
}

}  // namespace

int RunExportCitations(const Options& options, const CitationFormat& format,
                       const SiteConfig& config, Diagnostics& diagnostics) {
  const ExportFlags& flags = options.exports;
  if (flags.folder || options.force) {
    return Refuse("--destination and --force are of search engines; --format " +
                      flags.format + " is one file, which --output names",
                  kExitUsage);
  }
  CitationsExport papers;
  papers.format = &format;
  papers.source = options.source;
  papers.jobs = JobsOf(options);
  const std::string bad_flag = ReadFilter(flags, &papers.filter);
  if (!bad_flag.empty()) return Refuse(bad_flag, kExitUsage);
  FileOutput output(flags.output);
  const auto progress = MakeProgress(options.quiet);
  const CitationsReport report = ExportCitations(
      papers, config, [&](std::string_view bytes) { output.Write(bytes); },
      *progress, diagnostics);
  PrintDiagnostics(diagnostics, DetailOf(options), stderr);
  if (!report.problem.empty()) {
    return Refuse(report.problem,
                  diagnostics.errors() > 0 ? kExitContentErrors : kExitUsage);
  }
  output.Finish();
  if (report.exported == 0 && !options.quiet) {
    std::fputs("offprint export: no paper passes all of these filters\n",
               stderr);
  }
  if (!output.is_stdout() && !options.quiet) {
    std::printf("Exported %s of %s papers to %s (%s)\n",
                WithCommas(report.exported).c_str(),
                WithCommas(report.papers).c_str(), flags.output.c_str(),
                flags.format.c_str());
  }
  return diagnostics.errors() > 0 ? kExitContentErrors : kExitFine;
}

}  // namespace offprint
