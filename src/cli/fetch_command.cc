#include <chrono>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>

#include "base/file_lock.h"
#include "build/build_cache.h"
#include "cli/command.h"
#include "cli/fetch_flags.h"
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
  FetchPart part;
  FetchOutcome (*run)(FetchRun& run);
};

constexpr Part kParts[] = {
    {FetchPart::kRemote, FetchRemote},
    {FetchPart::kPapers, FetchPapers},
    {FetchPart::kMetadata, FetchMetadata},
};

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

// Two runs at once would write the same files, and keep no pace together.
std::optional<UniqueFd> LockOutOthers(const Options& options) {
  const std::filesystem::path folder = options.source / kCacheFolder;
  MakeCacheFolder(folder);
  return LockFile(folder / "fetch.lock");
}

FetchOutcome RunParts(FetchRun& run) {
  FetchOutcome sum;
  for (const Part& part : kParts) {
    if (run.stopped) break;
    if (run.wish.part && *run.wish.part != part.part) continue;
    const FetchOutcome outcome = part.run(run);
    sum.got += outcome.got;
    sum.failed += outcome.failed;
    sum.asked += outcome.asked;
    sum.answered += outcome.answered;
  }
  return sum;
}

int Refuse(const std::string& why, int exit_code) {
  std::fprintf(stderr, "offprint fetch: %s\n", why.c_str());
  return exit_code;
}

int ExitCodeOf(const FetchOutcome& outcome, const Diagnostics& diagnostics,
               bool stopped) {
  if (stopped) return kExitStopped;
  if (HasFlagError(diagnostics)) return kExitUsage;
  if (outcome.asked > 0 && outcome.answered == 0) return kExitUsage;
  return outcome.failed > 0 || diagnostics.errors() > 0 ? kExitContentErrors
                                                        : kExitFine;
}

}  // namespace

int RunFetch(const Options& options) {
  FetchWish wish;
  const std::string problem = ReadFetchFlags(options, &wish);
  if (!problem.empty()) return Refuse(problem, kExitUsage);
  Diagnostics diagnostics;
  const SiteConfig config = LoadSettings(options, diagnostics);
  if (const auto code =
          RefuseSettings(options, diagnostics, "nothing was fetched")) {
    return *code;
  }
  std::optional<UniqueFd> lock;
  if (!options.fetch.dry_run) {
    lock = LockOutOthers(options);
    if (!lock) {
      return Refuse(
          "another \"offprint fetch\" is at work in this archive; wait until "
          "it is done, or end it: what it got is kept",
          kExitUsage);
    }
  }
  const auto progress = MakeProgress(options.quiet);
  const StopOnInterrupt stop;
  FetchRun run = {
      options,        wish,      config,     HttpOptionsOf(options, config),
      stop.stopped(), *progress, diagnostics};
  const FetchOutcome outcome = RunParts(run);
  PrintDiagnostics(diagnostics, options.quiet ? Detail::kErrors : Detail::kAll,
                   stdout);
  if (run.stopped && !options.quiet) {
    std::fputs(
        "offprint fetch: stopped; what came is kept, and the next run goes on "
        "from there\n",
        stderr);
  }
  return ExitCodeOf(outcome, diagnostics, run.stopped);
}

}  // namespace offprint
