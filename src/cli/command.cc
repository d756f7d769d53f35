#include "cli/command.h"

#include <array>

namespace offprint {

std::span<const Command> Commands() {
  static constexpr std::array<Command, 4> kCommands = {{
      {"build", "Build the site from its digests",
       kSiteFlags | kOutputFlags | kBuildFlags | kStrictFlag, RunBuild},
      {"check", "Read all digests and list what is wrong or strange in them",
       kSiteFlags | kStrictFlag, RunCheck},
      {"inspect", "Print what is read from digest files, as JSON Lines",
       kSiteFlags | kFileArguments, RunInspect},
      {"clean", "Remove the folder that build made", kSiteFlags | kOutputFlags,
       RunClean},
  }};
  return kCommands;
}

}  // namespace offprint
