#include "cli/export_citations_command.h"

#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "build/export_citations.h"
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

// Reads a flag's day into *date; what is wrong with it, or nothing.
std::string ReadDay(const char* flag, const std::string& text,
                    std::optional<Date>* date) {
  if (text.empty()) return {};
  *date = ParseDate(text);
  if (*date) return {};
  return std::string(flag) + " is a day, such as 2026-01-23, and not \"" +
         text + "\"";
}

std::string ReadFilter(const ExportFlags& flags, PaperFilter* filter) {
  filter->topics = flags.topics;
  filter->authors = flags.authors;
  filter->min_score = flags.min_score;
  filter->query = flags.query;
  std::string problem = ReadDay("--from", flags.from, &filter->from);
  if (problem.empty()) problem = ReadDay("--to", flags.to, &filter->to);
  if (problem.empty() && filter->from && filter->to &&
      *filter->from > *filter->to) {
    problem = "--from is a day after --to, so there are no papers between";
  }
  return problem;
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
    std::fputs("offprint export: no paper is wanted by these flags\n", stderr);
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
