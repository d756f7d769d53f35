// What `publish` says when it is done, or would be.
#ifndef OFFPRINT_CLI_PUBLISH_REPORT_H_
#define OFFPRINT_CLI_PUBLISH_REPORT_H_

#include <optional>
#include <string>

#include "base/diagnostics.h"
#include "check/links.h"
#include "cli/aside.h"
#include "cli/options.h"
#include "config/site_config.h"
#include "publish/branch.h"
#include "publish/site_commit.h"

namespace offprint {

// One run of the command.
struct Publication {
  Branch branch;
  AsideSite site;
  std::optional<LinkCounts> links;
  SiteTree tree;
  SiteChanges changes;  // against branch.base
  std::string domain;   // of the CNAME in the commit; empty where there is none
  std::string commit;   // empty in a dry run
};

// The files that would change, the first 20 of each kind or, where verbose,
// all.
void PrintDryRun(const Publication& publication, const Options& options);

void PrintPublished(const Publication& publication, const SiteConfig& config,
                    const Options& options, const Diagnostics& diagnostics);

// What to do next: the one command, or the page of settings. `address` is that
// of the remote, or empty.
std::string NextStep(const Publication& publication, const SiteConfig& config,
                     const Options& options, const std::string& address);

}  // namespace offprint

#endif  // OFFPRINT_CLI_PUBLISH_REPORT_H_
