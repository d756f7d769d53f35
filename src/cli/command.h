// The commands of the program, as data.
#ifndef OFFPRINT_CLI_COMMAND_H_
#define OFFPRINT_CLI_COMMAND_H_

#include <span>

#include "cli/options.h"

namespace offprint {

// Groups of flags that a command takes.
enum FlagGroup : unsigned {
  kSiteFlags = 1U << 0U,    // --source, --config, --quiet, --verbose, --jobs
  kOutputFlags = 1U << 1U,  // --destination
  kBuildFlags = 1U << 2U,   // --baseurl, --format, --limit, …
  kStrictFlag = 1U << 3U,   // --strict
  kFileArguments = 1U << 4U,
  kThemeFlag = 1U << 5U,     // --theme
  kNewArguments = 1U << 6U,  // what to begin, and its flags
  kExportFlags = 1U << 7U,   // --format, --destination and --force of `export`
  kServeFlags = 1U << 8U,    // --host, --port, --open, …
  kPublishFlags = 1U << 9U,  // --branch, --push, …
  kLinksFlag = 1U << 10U,    // --links, --external, …
  kFetchFlags = 1U << 11U,   // what to fetch, --offline, --dry-run, …
};

struct Command {
  const char* name;
  const char* help;
  unsigned flags;  // of FlagGroup
  int (*run)(const Options& options);
};

// In the order of --help.
std::span<const Command> Commands();

int RunBuild(const Options& options);
int RunServe(const Options& options);
int RunCheck(const Options& options);
int RunInspect(const Options& options);
int RunClean(const Options& options);
int RunTheme(const Options& options);
int RunNew(const Options& options);
int RunExport(const Options& options);
int RunPublish(const Options& options);
int RunFetch(const Options& options);

}  // namespace offprint

#endif  // OFFPRINT_CLI_COMMAND_H_
