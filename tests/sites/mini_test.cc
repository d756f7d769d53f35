// A small Jekyll site, rendered natively, against what GitHub Pages' Jekyll
// made of it.
#include <gtest/gtest.h>

#include <filesystem>
#include <map>

#include "base/source_file.h"
#include "config/load_config.h"
#include "jekyll/site_renderer.h"
#include "output/memory_sink.h"
#include "theme/theme.h"
#include "theme/theme_data.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

using Files = std::map<std::string, std::string, std::less<>>;

Files FilesIn(const fs::path& folder) {
  Files files;
  for (const auto& entry : fs::recursive_directory_iterator(folder)) {
    if (!entry.is_regular_file()) continue;
    files[entry.path().lexically_relative(folder).generic_string()] =
        ReadFile(entry.path());
  }
  return files;
}

TEST(MiniSiteTest, IsByteForByteWhatGitHubPagesMakes) {
  const fs::path sites = fs::path(OFFPRINT_SHARED_DIR) / "liquid" / "sites";
  if (!fs::exists(sites)) {
    GTEST_SKIP() << sites << " is not there: nothing to compare with";
  }
  const fs::path folder = sites / "mini";
  Diagnostics diagnostics;
  SiteConfig config;
  config.has_archive = false;
  ApplyJekyllConfig(folder / "_config.yml", "_config.yml", {}, &config,
                    diagnostics);
  Theme theme;
  ASSERT_TRUE(LoadTheme("", folder, {}, &theme, diagnostics));
  const jekyll::Source source = jekyll::ReadSource(
      folder, theme, jekyll::MakeSettings(config, diagnostics), {},
      diagnostics);
  const data::Object extra = {
      {"data", LoadThemeData(theme, diagnostics).values, {}}};
  jekyll::SiteRenderer renderer(folder, source, theme, extra, diagnostics);
  renderer.RenderBodies(diagnostics);
  MemorySink sink;
  renderer.WriteSite(2, {}, sink, diagnostics);
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    ADD_FAILURE() << FormatDiagnostic(diagnostic);
  }
  const Files expected = FilesIn(sites / "mini.expected");
  const Files made(sink.files().begin(), sink.files().end());
  for (const auto& [path, bytes] : expected) {
    const auto found = made.find(path);
    EXPECT_EQ(found == made.end() ? "(no such file)" : found->second, bytes)
        << path;
  }
  for (const auto& [path, bytes] : made) {
    EXPECT_TRUE(expected.contains(path)) << path << " is one too many";
  }
}

}  // namespace
}  // namespace offprint
