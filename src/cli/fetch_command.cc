#include <algorithm>
#include <cstdio>
#include <span>
#include <string>
#include <string_view>

#include "base/text.h"
#include "cli/command.h"
#include "cli/fetch_run.h"
#include "cli/interrupt.h"
#include "cli/polite_options.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/terminal_progress.h"
#include "fetch/url.h"

namespace offprint {
namespace {

struct Part {
  std::string_view name;
  FetchOutcome (*run)(FetchRun& run);
};

constexpr Part kParts[] = {
    {"remote", FetchRemote},
    {"papers", FetchPapers},
    {"metadata", FetchMetadata},
};

const Part* FindPart(std::string_view name) {
  const auto* found = std::ranges::find(kParts, name, &Part::name);
  return found == std::end(kParts) ? nullptr : found;
}

fetch::FetchOptions HttpOptionsOf(const Options& options,
                                  const SiteConfig& config) {
  fetch::FetchOptions http = PoliteOptions(config);
  http.pace.host = {2, std::chrono::milliseconds(200)};
  const std::chrono::seconds interval(config.fetch.interval);
  for (const std::string& address :
       {config.fetch.arxiv_api, config.fetch.arxiv_oai,
        config.fetch.arxiv_rss}) {
    const auto url = fetch::ParseUrl(address);
    if (url && !IsArxivHost(url->host)) {
      http.pace.hosts[url->host] = {1, interval};
    }
  }
  if (options.fetch.allow_private) http.reach = fetch::Reach::kAnywhere;
  return http;
}

int ExitCodeOf(const FetchOutcome& outcome, const Diagnostics& diagnostics,
               bool stopped) {
  if (stopped) return kExitStopped;
  if (outcome.asked > 0 && outcome.answered == 0) return kExitUsage;
  return outcome.failed > 0 || diagnostics.errors() > 0 ? kExitContentErrors
                                                        : kExitFine;
}

}  // namespace

int RunFetch(const Options& options) {
  std::span<const Part> parts = kParts;
  if (!options.words.empty()) {
    const Part* part = FindPart(options.words.front());
    if (part == nullptr) {
      std::fprintf(stderr,
                   "offprint fetch: there is no \"%s\" to fetch; it is "
                   "\"remote\", \"papers\" or \"metadata\", or nothing for "
                   "all three\n",
                   options.words.front().c_str());
      return kExitUsage;
    }
    parts = {part, 1};
  }
  Diagnostics diagnostics;
  const SiteConfig config = LoadSettings(options, diagnostics);
  if (const auto code =
          RefuseSettings(options, diagnostics, "nothing was fetched")) {
    return *code;
  }
  const auto progress = MakeProgress(options.quiet);
  const StopOnInterrupt stop;
  FetchRun run = {options,        config,    HttpOptionsOf(options, config),
                  stop.stopped(), *progress, diagnostics};
  FetchOutcome sum;
  for (const Part& part : parts) {
    if (run.stopped) break;
    const FetchOutcome outcome = part.run(run);
    sum.got += outcome.got;
    sum.failed += outcome.failed;
    sum.asked += outcome.asked;
    sum.answered += outcome.answered;
  }
  PrintDiagnostics(diagnostics, options.quiet ? Detail::kErrors : Detail::kAll,
                   stdout);
  return ExitCodeOf(sum, diagnostics, run.stopped);
}

}  // namespace offprint
