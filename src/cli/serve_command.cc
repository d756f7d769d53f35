// offprint serve
#include <fcntl.h>
#include <spawn.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include <csignal>
#include <cstdint>
#include <cstdio>
#include <string>
#include <vector>

#include "base/unique_fd.h"
#include "build/build.h"
#include "cli/build_options.h"
#include "cli/command.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "serve/preview.h"

namespace offprint {
namespace {

int stop_event = -1;

void Stop(int /*signal*/) {
  const uint64_t one = 1;
  [[maybe_unused]] const ssize_t written = write(stop_event, &one, sizeof one);
}

// Shows the address in whatever the desktop opens it with; where there is
// none, the address has been printed.
void Open(std::string address) {
  std::string program = "xdg-open";
  std::vector<char*> arguments = {program.data(), address.data(), nullptr};
  pid_t child = 0;
  posix_spawnp(&child, "xdg-open", nullptr, nullptr, arguments.data(), environ);
}

void PrintBuild(const BuildReport& report, const Diagnostics& diagnostics,
                const Options& options) {
  PrintDiagnostics(diagnostics, DetailOf(options), stderr);
  if (!report.built) {
    std::fputs(
        "offprint: because of the errors above the site stays as it "
        "was\n",
        stderr);
  } else if (!options.quiet) {
    std::printf("Built in %s: %s pages; made %s\n",
                FormatSeconds(report.wall).c_str(),
                WithCommas(report.pages).c_str(), MadeOf(report).c_str());
  }
  std::fflush(stdout);
}

}  // namespace

int RunServe(const Options& options) {
  const UniqueFd stop(eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK));
  stop_event = stop.get();
  std::signal(SIGINT, Stop);
  std::signal(SIGTERM, Stop);
  std::signal(SIGPIPE, SIG_IGN);
  serve::PreviewOptions preview;
  preview.build = BuildOptionsOf(options);
  if (!options.host.empty() && options.host != "localhost") {
    preview.host = options.host;
  }
  preview.fixed_port = options.port > 0;
  if (options.port > 0) preview.port = options.port;
  preview.poll = options.poll;
  preview.navigate = options.navigate;
  preview.stop = stop.get();
  preview.settings = [&](Diagnostics& diagnostics) {
    return LoadSettings(options, diagnostics);
  };
  preview.ready = [&](const std::string& address) {
    std::printf("The site is at %s (Ctrl-C ends the preview)\n",
                address.c_str());
    if (!preview.host.starts_with("127.") && preview.host != "::1") {
      std::fputs(
          "warning: everyone who can reach this machine can read the "
          "preview\n",
          stderr);
    }
    std::fflush(stdout);
    if (options.open) Open(address);
  };
  preview.built = [&](const BuildReport& report,
                      const Diagnostics& diagnostics) {
    PrintBuild(report, diagnostics, options);
  };
  serve::RunPreview(preview);
  return kExitFine;
}

}  // namespace offprint
