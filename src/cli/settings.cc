#include "cli/settings.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "arxiv/addresses.h"
#include "base/parallel.h"
#include "cli/report.h"
#include "config/load_config.h"
#include "harvest/rule.h"
#include "model/digest.h"
#include "search/query.h"

namespace offprint {
namespace {

constexpr const char* kJekyllConfig = "_config.yml";

}  // namespace

SiteConfig LoadSettings(const Options& options, Diagnostics& diagnostics) {
  const Vocabulary vocabulary = {DialectNames(), search::SavedQueryProblem,
                                 harvest::RuleProblem, arxiv::IsCategory};
  const std::filesystem::path file = options.source / options.config;
  if (options.config != Options().config && !std::filesystem::exists(file)) {
    throw EnvironmentError("there is no " + file.string() +
                           ", which --config names");
  }
  SiteConfig config;
  const bool is_jekyll =
      std::filesystem::exists(options.source / kJekyllConfig);
  config.has_archive = !is_jekyll || std::filesystem::exists(file);
  if (is_jekyll) {
    ApplyJekyllConfig(options.source / kJekyllConfig, kJekyllConfig, vocabulary,
                      &config, diagnostics);
  }
  if (config.has_archive) {
    ApplySettings(ReadSettings(file, options.config, diagnostics),
                  options.config, vocabulary, &config, diagnostics);
  }
  ApplyEnvironment(environ, vocabulary, &config, diagnostics);
  for (const SettingFlag& setting : options.settings) {
    ApplySetting(setting.key, setting.value, setting.flag, vocabulary, &config,
                 diagnostics);
  }
  CheckSettings(config, diagnostics);
  return config;
}

bool HasFlagError(const Diagnostics& diagnostics) {
  return std::any_of(diagnostics.list().begin(), diagnostics.list().end(),
                     [](const Diagnostic& diagnostic) {
                       return diagnostic.severity == Severity::kError &&
                              diagnostic.where.file.starts_with("--");
                     });
}

std::optional<int> RefuseSettings(const Options& options,
                                  const Diagnostics& diagnostics,
                                  const char* meaning) {
  if (diagnostics.errors() == 0) return std::nullopt;
  PrintDiagnostics(diagnostics, DetailOf(options), stderr);
  if (HasFlagError(diagnostics)) return kExitUsage;
  std::fprintf(stderr, "offprint: the settings have errors, so %s\n", meaning);
  return kExitContentErrors;
}

size_t JobsOf(const Options& options) {
  return options.jobs > 0 ? options.jobs : DefaultJobs();
}

}  // namespace offprint
