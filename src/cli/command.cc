#include "cli/command.h"

#include <array>

namespace offprint {

std::span<const Command> Commands() {
  static constexpr std::array<Command, 10> kCommands = {{
      {"build", "Build the site from its digests",
       kSiteFlags | kOutputFlags | kBuildFlags | kThemeFlag | kStrictFlag,
       RunBuild},
      {"serve", "Show the site in a browser, and each change of it at once",
       kSiteFlags | kThemeFlag | kServeFlags, RunServe},
      {"check", "Read all digests and list what is wrong or strange in them",
       kSiteFlags | kStrictFlag | kLinksFlag, RunCheck},
      {"inspect", "Print what is read from digest files, as JSON Lines",
       kSiteFlags | kFileArguments, RunInspect},
      {"clean", "Remove the folder that build made", kSiteFlags | kOutputFlags,
       RunClean},
      {"theme", "List where the theme's files come from, and what can be set",
       kSiteFlags | kThemeFlag, RunTheme},
      {"new", "Begin a site or a theme: offprint new site DIR",
       kSiteFlags | kNewArguments, RunNew},
      {"export",
       "Write the papers for reference managers, tables or a search engine",
       kSiteFlags | kExportFlags, RunExport},
      {"publish", "Build the site, check it, and commit it to a branch",
       kSiteFlags | kPublishFlags | kThemeFlag | kStrictFlag, RunPublish},
      {"fetch", "Get new papers, digests of others, and metadata of papers",
       kSiteFlags | kFetchFlags, RunFetch},
  }};
  return kCommands;
}

}  // namespace offprint
