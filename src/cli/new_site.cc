#include "cli/new_site.h"

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "base/text.h"
#include "build/ingest.h"
#include "cli/import_digests.h"
#include "cli/new_files.h"
#include "cli/questions.h"
#include "cli/shell_word.h"
#include "config/load_config.h"
#include "starter/fit.h"
#include "starter/new_site.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

// Absolute, without "." and "..", and without a "/" at its end.
fs::path Plain(const fs::path& path) {
  const fs::path plain = fs::absolute(path).lexically_normal();
  return plain.has_filename() ? plain : plain.parent_path();
}

// The names in a folder, in their order; none where it is not there.
std::vector<std::string> NamesIn(const fs::path& folder) {
  std::vector<std::string> names;
  std::error_code error;
  for (const auto& item : fs::directory_iterator(folder, error)) {
    names.push_back(item.path().filename().string());
  }
  std::ranges::sort(names);
  return names;
}

std::string DialectProblem(const std::string& dialect) {
  const auto found = FindDialect(dialect);
  if (found && *found != Dialect::kGeneric) return {};
  std::vector<std::string_view> names = DialectNames();
  std::erase(names, DialectName(Dialect::kGeneric));
  std::string problem = "a first digest can be";
  for (const std::string_view name : names) {
    problem += name == names.front()  ? " "
               : name == names.back() ? " or "
                                      : ", ";
    problem += name;
  }
  problem += ", not \"" + dialect + "\"";
  const auto meant = NearMiss(dialect, names);
  return problem +
         (meant ? "; did you mean \"" + std::string(*meant) + "\"?" : "");
}

// What is wrong with the flags, or an empty text.
std::string FlagProblem(const Options& options) {
  if (options.from != Options().from) {
    return "--from is the theme that a theme builds on; a site has none";
  }
  if (options.dialect.empty()) return {};
  if (!options.import_folder.empty()) {
    return "--dialect is that of a first digest, and --import has digests";
  }
  return DialectProblem(options.dialect);
}

// The folders that a new site is about.
struct Places {
  fs::path shown;   // the site's as the user names it
  fs::path site;    // absolute
  fs::path import;  // absolute; empty where nothing is imported
};

Places PlacesOf(const Options& options, const std::string& name) {
  Places places;
  places.shown = (options.source / name).lexically_normal();
  places.site = Plain(places.shown);
  if (!options.import_folder.empty()) {
    places.import = Plain(options.source / options.import_folder);
  }
  return places;
}

// What is wrong with the folders, or an empty text.
std::string FolderProblem(const Places& places) {
  std::error_code error;
  const std::string shown = places.shown.string();
  if (fs::exists(places.site, error) && !fs::is_directory(places.site, error)) {
    return shown + " is a file; name a folder";
  }
  if (!places.import.empty()) {
    return fs::is_directory(places.import, error)
               ? ""
               : "there is no folder " + places.import.string() + " to import";
  }
  std::vector<std::string> names = NamesIn(places.site);
  std::erase(names, ".git");
  if (names.empty()) return {};
  return shown + " is not empty (it has " + names.front() +
         "); name a new folder, or with --import the one of the digests that "
         "are there";
}

// Sets a setting that a flag or an answer gives; what is wrong with it, or an
// empty text.
std::string SetFromText(const std::string& key, const std::string& text,
                        SiteConfig* config) {
  const Vocabulary vocabulary = {DialectNames()};
  Diagnostics diagnostics;
  std::string value = text;
  if (key == "url") {
    std::string baseurl;
    SplitAddress(text, &value, &baseurl);
    ApplySetting("baseurl", baseurl, "", vocabulary, config, diagnostics);
  }
  ApplySetting(key, value, "", vocabulary, config, diagnostics);
  return diagnostics.list().empty() ? "" : diagnostics.list().front().message;
}

bool IsGiven(const Options& options, std::string_view key) {
  return std::ranges::find(options.settings, key, &SettingFlag::key) !=
         options.settings.end();
}

void AskSetting(const std::string& key, const std::string& question,
                const std::string& preset, const Options& options,
                SiteConfig* config) {
  if (IsGiven(options, key)) return;
  Ask(question, preset, [&](const std::string& answer) {
    return SetFromText(key, answer, config);
  });
}

// On a terminal: what flags do not tell.
void AskAll(const Options& options, SiteConfig* config,
            std::optional<FirstDigest>* first) {
  AskSetting("title", "Title", config->title, options, config);
  AskSetting("lang", "Language of the interface, zh-CN or en", config->lang,
             options, config);
  AskSetting("url", "Address, such as https://example.org/papers", "", options,
             config);
  if (!*first || !options.dialect.empty()) return;
  const std::string dialect =
      Ask("Dialect of the first digest",
          std::string(DialectName((*first)->dialect)), DialectProblem);
  (*first)->dialect = *FindDialect(dialect);
}

void PrintImported(const SiteConfig& config) {
  if (!config.exclude.empty()) {
    std::printf("Left out of the site, by \"exclude\" in site.yml:\n");
  }
  for (const std::string& pattern : config.exclude) {
    std::printf("  %s\n", pattern.c_str());
  }
  if (!config.content.starts_with("..")) return;
  std::printf(
      "The digests lie outside of the site's folder: the workflow for GitHub "
      "Pages finds\nthem only in the same repository.\n");
}

// Sets what the digests tell; what is wrong with them, or an empty text.
std::string Import(const Options& options, const fs::path& site,
                   const fs::path& folder, SiteConfig* config) {
  config->content = folder.lexically_relative(site).generic_string();
  const std::vector<std::string> names = NamesIn(site);
  const bool is_jekyll = std::ranges::find(names, "_config.yml") != names.end();
  config->exclude = is_jekyll ? std::vector<std::string>()
                              : ExcludeOf(names, config->content);
  if (ImportDigests(options, site, config) == 0) {
    return "no papers in " + folder.string() +
           " (.md, .markdown and .txt are read)";
  }
  if (!options.quiet) PrintImported(*config);
  return {};
}

// Writes those files that are not there; tells of all, one a line.
std::string WriteFiles(const std::vector<StarterFile>& files,
                       const fs::path& site) {
  std::string lines;
  for (const StarterFile& file : files) {
    const fs::path path = site / file.path;
    const bool is_there = fs::exists(fs::symlink_status(path));
    if (!is_there) WriteNewFile(path, file.text);
    lines += "  " + file.path;
    lines += is_there ? " (is there already: left as it is)\n" : "\n";
  }
  return lines;
}

// The top of the repository that a site lies in below that; else empty.
fs::path RepositoryAbove(const fs::path& site) {
  std::error_code error;
  fs::path folder = site;
  while (!fs::exists(folder / ".git", error)) {
    if (folder == folder.parent_path()) return {};
    folder = folder.parent_path();
  }
  return folder == site ? fs::path() : folder;
}

void PrintNext(const Places& places) {
  std::printf("What is next:\n");
  if (places.shown != ".") {
    std::printf("  cd %s\n", ShellWord(places.shown.string()).c_str());
  }
  std::printf(
      "  offprint build --format html   the finished site, in public/\n"
      "  offprint check                 what was read, and what is wrong\n"
      "  site.yml                       has every setting, explained\n"
      "  .github/workflows/pages.yml    publishes the site on GitHub, once you "
      "have put\n"
      "                                 the account that has offprint's "
      "repository in\n"
      "                                 the place of OWNER in it\n");
  const fs::path top = RepositoryAbove(places.site);
  if (top.empty()) return;
  std::printf(
      "GitHub looks for workflows only at the top of a repository: move "
      "pages.yml to\n%s, and give its step \"Build the site\" the input "
      "\"directory: %s\".\n",
      (top / ".github/workflows").string().c_str(),
      places.site.lexically_relative(top).generic_string().c_str());
}

// Settles what the site is to be, by its digests, the flags and the user; what
// is in the way of that, or an empty text.
std::string Settle(const Options& options, const Places& places,
                   SiteConfig* config, std::optional<FirstDigest>* first) {
  config->title = RepairUtf8(places.site.filename().string());
  config->exclude = {"/README.md"};
  if (places.import.empty()) {
    *first = {FindDialect(options.dialect).value_or(Dialect::kScoredList),
              DateFromDays(static_cast<int>(Today(config->time_zone)))};
  } else {
    std::string problem = Import(options, places.site, places.import, config);
    if (!problem.empty()) return problem;
  }
  for (const SettingFlag& setting : options.settings) {
    const std::string problem = SetFromText(setting.key, setting.value, config);
    if (!problem.empty()) return setting.flag + ": " + problem;
  }
  if (!options.quiet && CanAsk()) AskAll(options, config, first);
  return {};
}

}  // namespace

int NewSite(const Options& options, const std::string& name) {
  const Places places = PlacesOf(options, name);
  std::string problem = FlagProblem(options);
  if (problem.empty()) problem = FolderProblem(places);
  SiteConfig config;
  std::optional<FirstDigest> first;
  if (problem.empty()) problem = Settle(options, places, &config, &first);
  if (!problem.empty()) return RefuseNew(problem);
  const std::string lines =
      WriteFiles(NewSiteFiles(config, first), places.site);
  if (options.quiet) return kExitFine;
  const std::string where =
      places.shown == "." ? "this folder" : places.shown.string();
  std::printf("Made a site in %s\n%s", where.c_str(), lines.c_str());
  PrintNext(places);
  return kExitFine;
}

}  // namespace offprint
