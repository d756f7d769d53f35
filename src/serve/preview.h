// The preview: a site that is built, served and built again.
#ifndef OFFPRINT_SERVE_PREVIEW_H_
#define OFFPRINT_SERVE_PREVIEW_H_

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>

#include "base/diagnostics.h"
#include "build/build.h"
#include "config/site_config.h"

namespace offprint::serve {

struct PreviewOptions {
  BuildOptions build;
  std::string host = "127.0.0.1";
  uint16_t port = 4000;
  bool fixed_port = false;  // no other one will do
  bool poll = false;
  bool navigate = false;  // pages go to the day that has changed
  // Reads the settings; called before each build.
  std::function<SiteConfig(Diagnostics&)> settings;
  // Told when the preview can be looked at, and after each build.
  std::function<void(const std::string& address)> ready;
  std::function<void(const BuildReport&, const Diagnostics&)> built;
  // A descriptor that becomes readable when the preview is to end.
  int stop = -1;
};

// Builds and serves until it is told to stop. The site is built as html into a
// folder of its own, whatever the settings say. Throws an EnvironmentError
// where the site cannot be built at all or there is no port.
void RunPreview(const PreviewOptions& options);

}  // namespace offprint::serve

#endif  // OFFPRINT_SERVE_PREVIEW_H_
