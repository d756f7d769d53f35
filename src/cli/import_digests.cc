#include "cli/import_digests.h"

#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "build/ingest.h"
#include "cli/archive_report.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal_progress.h"
#include "starter/fit.h"

namespace offprint {
namespace {

std::string DialectsLine(const std::vector<DialectRule>& rules) {
  if (rules.empty()) return "told by their content";
  std::string line = "told by their content, but for ";
  for (const DialectRule& rule : rules) {
    if (&rule != &rules.front()) line += ", ";
    line += rule.files + " (" + rule.dialect + ")";
  }
  return line;
}

void PrintFound(const Archive& archive, const SiteConfig& config,
                const Diagnostics& diagnostics) {
  Table table;
  AddFiles(archive, &table);
  table.Add("papers", WithCommas(archive.papers.size()));
  table.Add("days", DaysLine(archive));
  table.Add("found", SummaryOf(diagnostics) +
                         (diagnostics.errors() + diagnostics.warnings() > 0
                              ? "; \"offprint check\" lists them"
                              : ""));
  table.Add("language", config.lang);
  table.Add("papers stand on", config.days == DayDate::kPublished
                                   ? "the day they were published"
                                   : "the day of their digest");
  table.Add("dialects", DialectsLine(config.dialects));
  std::printf("Digests in %s\n%s", config.content.c_str(),
              table.Format().c_str());
}

}  // namespace

size_t ImportDigests(const Options& options, const std::filesystem::path& site,
                     SiteConfig* config) {
  Diagnostics found;
  const std::vector<DigestPath> paths = FindDigests(site, *config, found);
  const auto progress = MakeProgress(options.quiet);
  const auto read = [&](Diagnostics& diagnostics) {
    return ReadDigests(paths, *config, JobsOf(options), *progress, diagnostics);
  };
  Diagnostics diagnostics;
  std::vector<Digest> digests = read(diagnostics);
  config->lang = LanguageOf(digests);
  config->days = DaysOf(digests);
  config->dialects = DialectsOf(digests);
  if (!config->dialects.empty()) {
    // What is said of them is what "offprint check" will say.
    diagnostics = {};
    digests = read(diagnostics);
  }
  found.Append(std::move(diagnostics));
  const Archive archive =
      BuildArchive(std::move(digests), ArchiveOptionsOf(*config));
  PrintDiagnostics(found, options.verbose ? Detail::kAll : Detail::kErrors,
                   stderr);
  if (!options.quiet) PrintFound(archive, *config, found);
  return archive.papers.size();
}

}  // namespace offprint
