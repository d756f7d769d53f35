// offprint check
#include <cstdio>
#include <optional>
#include <string>

#include "build/ingest.h"
#include "build/metadata_memory.h"
#include "cli/archive_report.h"
#include "cli/aside.h"
#include "cli/command.h"
#include "cli/external_report.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal_progress.h"

namespace offprint {
namespace {

void AddRepeats(const ArchiveCounts& counts, Table* table) {
  const size_t all = counts.same_entry + counts.other_version +
                     counts.other_day + counts.other_topic +
                     counts.other_digest + counts.other_words;
  table->Add("repeats", WithCommas(all));
  table->Add("  word for word (kept once)", WithCommas(counts.same_entry));
  table->Add("  another version", WithCommas(counts.other_version));
  table->Add("  another day", WithCommas(counts.other_day));
  table->Add("  another topic", WithCommas(counts.other_topic));
  table->Add("  another digest", WithCommas(counts.other_digest));
  table->Add("  other words", WithCommas(counts.other_words));
}

void PrintTotals(const Archive& archive, const Diagnostics& diagnostics,
                 size_t most_days, const std::optional<CheckedLinks>& links) {
  const ArchiveCounts& counts = archive.counts;
  Table table;
  AddFiles(archive, &table);
  table.Add("entries", WithCommas(counts.entries));
  table.Add("papers", WithCommas(archive.papers.size()));
  AddRepeats(counts, &table);
  table.Add("topics", WithCommas(archive.topics.size()));
  table.Add("days", DaysLine(archive));
  std::string missing = WithCommas(counts.missing_days.size());
  if (!counts.missing_days.empty()) {
    missing += ": " + FormatDays(counts.missing_days, most_days);
  }
  table.Add("days without a digest", missing);
  table.Add("code links in texts only", WithCommas(counts.code_in_text));
  if (links) table.Add("links", SummaryOf(links->site));
  if (links && links->external) {
    table.Add("outside addresses", SummaryOf(*links->external));
  }
  table.Add("found", SummaryOf(diagnostics));
  std::fputs(table.Format().c_str(), stdout);
}

}  // namespace

int RunCheck(const Options& options) {
  Diagnostics diagnostics;
  const SiteConfig config = LoadSettings(options, diagnostics);
  const auto progress = MakeProgress(options.quiet);
  std::vector<Digest> digests =
      ReadDigests(FindDigests(options.source, config, diagnostics), config,
                  JobsOf(options), *progress, diagnostics);
  const Archive archive = BuildArchive(
      std::move(digests), ArchiveOptionsOf(config),
      ReadMetadata(options.source, config, JobsOf(options), diagnostics));
  std::optional<CheckedLinks> links;
  if (options.links) links = CheckLinksAside(options, config, diagnostics);
  PrintDiagnostics(diagnostics, options.quiet ? Detail::kErrors : Detail::kAll,
                   stdout);
  const size_t most_days = options.verbose ? SIZE_MAX : 8;
  if (!options.quiet) PrintTotals(archive, diagnostics, most_days, links);
  if (links && links->external && links->external->not_asked > 0) {
    return kExitStopped;
  }
  const bool failed = diagnostics.errors() > 0 ||
                      (options.strict && diagnostics.warnings() > 0);
  return failed ? kExitContentErrors : kExitFine;
}

}  // namespace offprint
