#include "cli/external_report.h"

#include <chrono>

#include "base/web_address.h"
#include "build/build_cache.h"
#include "cli/interrupt.h"
#include "cli/report.h"
#include "cli/terminal_progress.h"
#include "fetch/options.h"

namespace offprint {
namespace {

// Who asks, and for whom, so that a host can tell who to write to.
std::string UserAgent(const SiteConfig& config) {
  std::string agent = "offprint/" OFFPRINT_VERSION " (link check";
  const std::string site = config.url + config.baseurl + "/";
  if (IsWebAddress(site)) agent += " of " + site;
  return agent + ")";
}

}  // namespace

ExternalCounts AskExternalLinks(const std::vector<ExternalLink>& links,
                                const SiteFiles& files, const Options& options,
                                const SiteConfig& config,
                                Diagnostics& diagnostics) {
  const ExternalFlags& flags = options.external;
  const auto progress = MakeProgress(options.quiet);
  ExternalOptions external;
  external.fetch = PoliteOptions(UserAgent(config));
  external.fetch.timeout = std::chrono::seconds(flags.timeout);
  if (flags.allow_private) external.fetch.reach = fetch::Reach::kAnywhere;
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
