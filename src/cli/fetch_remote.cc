// offprint fetch remote
#include <cstdio>
#include <ctime>

#include "build/build_cache.h"
#include "build/ingest.h"
#include "cli/fetch_run.h"
#include "remote/fetch_sources.h"

namespace offprint {
namespace {

remote::RemoteOptions RemoteOptionsOf(const FetchRun& run) {
  const Options& options = run.options;
  remote::RemoteOptions remote;
  remote.http = run.http;
  remote.content = options.source / run.config.content;
  remote.cache = options.source / kCacheFolder / "remote";
  remote.now = std::time(nullptr);
  remote.today = DateFromDays(static_cast<int>(Today(run.config.time_zone)));
  if (options.fetch.dry_run) remote.mode = remote::Mode::kDryRun;
  remote.say = [quiet = options.quiet](const std::string& line) {
    if (!quiet) std::printf("%s\n", line.c_str());
  };
  return remote;
}

}  // namespace

FetchOutcome FetchRemote(FetchRun& run) {
  if (run.config.sources.empty()) {
    if (run.wish.part) {
      run.diagnostics.Warning({run.options.config, 0, 0},
                              "\"sources\" names no digests of others: say "
                              "there where they are, such as [{name: friend, "
                              "url: https://example.org/digest.md}]");
    }
    return {};
  }
  if (run.options.fetch.offline) {
    run.diagnostics.Note({run.options.config, 0, 0},
                         "the digests of others are not asked for: --offline");
    return {};
  }
  const remote::RemoteCounts counts =
      remote::FetchSources(run.config.sources, RemoteOptionsOf(run),
                           run.progress, run.stopped, run.diagnostics);
  return {.got = counts.fresh + counts.changed,
          .failed = counts.failed,
          .asked = counts.asked,
          .answered = counts.answered};
}

}  // namespace offprint
