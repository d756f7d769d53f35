#include "cli/external_report.h"

#include <chrono>

#include "build/build_cache.h"
#include "cli/interrupt.h"
#include "cli/polite_options.h"
#include "cli/report.h"
#include "cli/terminal_progress.h"
#include "fetch/options.h"

namespace offprint {
namespace {

// Hosts that know nothing of the check are asked seldom, and not for long.
fetch::FetchOptions HttpOptionsOf(const ExternalFlags& flags,
                                  const SiteConfig& config) {
  fetch::FetchOptions http = PoliteOptions(config, "link check");
  http.pace.host = {2, std::chrono::milliseconds(500)};
  http.timeout = std::chrono::seconds(flags.timeout);
  http.most_redirects = 10;
  http.retry.most = 2;
  http.retry.longest_wait = std::chrono::seconds(60);
  if (flags.allow_private) http.reach = fetch::Reach::kAnywhere;
  return http;
}

}  // namespace

ExternalCounts AskExternalLinks(const std::vector<ExternalLink>& links,
                                const SiteFiles& files, const Options& options,
                                const SiteConfig& config,
                                Diagnostics& diagnostics) {
  const ExternalFlags& flags = options.external;
  const auto progress = MakeProgress(options.quiet);
  ExternalOptions external;
  external.fetch = HttpOptionsOf(flags, config);
  external.memory = options.source / kCacheFolder / "external-links";
  external.recheck_after = std::chrono::hours(24 * flags.recheck_days);
  external.done = [&] { progress->Advance(); };
  progress->BeginStage("asking outside addresses", links.size());
  const StopOnInterrupt stop;
  const ExternalCounts counts =
      CheckExternalLinks(links, files, external, stop.stopped(), diagnostics);
  progress->EndStage();
  return counts;
}

std::string SummaryOf(const ExternalCounts& links) {
  std::string text = WithCommas(links.links);
  std::string between = ", of which ";
  const auto add = [&](size_t count, const char* what) {
    if (count == 0) return;
    text += between + WithCommas(count) + what;
    between = ", ";
  };
  add(links.broken, " lead nowhere");
  add(links.unknown, " could not be checked");
  add(links.not_asked, " were not asked");
  add(links.known, " known from an earlier check");
  return text;
}

}  // namespace offprint
