// offprint theme
#include <algorithm>
#include <cstdio>
#include <string>

#include "build/build.h"
#include "cli/command.h"
#include "cli/report.h"
#include "cli/settings.h"
#include "cli/theme_folders.h"
#include "data/json.h"
#include "theme/settings.h"
#include "theme/theme.h"
#include "theme/theme_data.h"

namespace offprint {
namespace {

std::string NameOf(const ThemeLayer& layer) {
  return layer.name.empty() ? "the site" : layer.name;
}

void PrintLayers(const Theme& theme) {
  std::puts("Looked for in this order; the first file of a name counts:");
  Table table;
  for (const ThemeLayer& layer : theme.layers) {
    const std::string& version = layer.manifest.version;
    table.Add(
        NameOf(layer) + (version.empty() ? "" : " " + version),
        layer.shown.empty() ? layer.folder.generic_string() : layer.shown);
  }
  std::fputs(table.Format().c_str(), stdout);
}

// "mine, hides default".
std::string Holders(const Theme& theme, const std::string& path,
                    const std::vector<size_t>& holders) {
  std::string text = NameOf(theme.layers[holders.front()]);
  if (holders.size() < 2) return text;
  text += IsDataFile(path) ? ", laid over " : ", hides ";
  for (size_t i = 1; i < holders.size(); ++i) {
    text += (i > 1 ? ", " : "") + NameOf(theme.layers[holders[i]]);
  }
  return text;
}

void PrintFiles(const Theme& theme) {
  std::puts("\nFiles, and where they come from:");
  Table table;
  for (const auto& [path, holders] : theme.holders) {
    table.Add(path, Holders(theme, path, holders));
  }
  std::fputs(table.Format().c_str(), stdout);
}

std::string Json(const data::Value& value) {
  std::string text;
  data::AppendJson(value, &text);
  return value.IsNull() ? "none" : text;
}

void PrintSettings(const Theme& theme,
                   const std::vector<ThemeSetting>& declared) {
  if (declared.empty()) return;
  std::puts("\nSettings, for theme_settings in site.yml:");
  Table table;
  for (const ThemeSetting& setting : declared) {
    const std::string value = Json(*theme.settings.Find(setting.name));
    const std::string preset = Json(setting.preset);
    std::string text(ThemeSettingKindName(setting.kind));
    text += ", " + value;
    if (value != preset) text += " (by itself " + preset + ")";
    table.Add(setting.name, text);
    if (!setting.help.empty()) table.Add("", setting.help);
  }
  std::fputs(table.Format().c_str(), stdout);
}

}  // namespace

int RunTheme(const Options& options) {
  Diagnostics diagnostics;
  const SiteConfig config = LoadSettings(options, diagnostics);
  Theme theme;
  std::vector<ThemeSetting> declared;
  const bool found =
      diagnostics.errors() == 0 &&
      LoadTheme(ThemeOf(config), options.source, ThemeFolders(options.source),
                &theme, diagnostics, SiteFoldersOf(config.jekyll));
  if (found) {
    declared = DeclaredSettings(theme, diagnostics);
    theme.settings = ResolveSettings(declared, config.theme_settings,
                                     options.config, diagnostics);
  }
  PrintDiagnostics(diagnostics, DetailOf(options), stderr);
  if (HasFlagError(diagnostics)) return kExitUsage;
  if (!found) return kExitContentErrors;
  PrintLayers(theme);
  PrintFiles(theme);
  PrintSettings(theme, declared);
  return diagnostics.errors() > 0 ? kExitContentErrors : kExitFine;
}

}  // namespace offprint
