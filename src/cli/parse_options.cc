#include "cli/parse_options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <iostream>
#include <string>
#include <system_error>
#include <utility>
#include <vector>

#include "cli/unknown_word.h"
#include "versions/libraries.h"

namespace offprint {
namespace {

struct SettingName {
  const char* flags;
  const char* key;
  const char* help;
  const char* value = "TEXT";
};

constexpr SettingName kOutputSettings[] = {
    {"-d,--destination", "destination",
     "Folder to build into, seen from the source", "DIR"},
};
constexpr SettingName kBuildSettings[] = {
    {"-b,--baseurl", "baseurl", "Path of the site on its host: /papers"},
    {"--url", "url", "Address of the host: https://example.org"},
    {"--format", "format", "jekyll (a source for GitHub Pages) or html",
     "{jekyll,html}"},
};
constexpr SettingName kServeSettings[] = {
    {"-b,--baseurl", "baseurl", "Path of the site on its host: /papers"},
};
constexpr SettingName kNewSettings[] = {
    {"--title", "title", "Title of the site (default: the folder's name)"},
    {"--lang", "lang", "Language of its interface", "{zh-CN,en}"},
    {"--url", "url", "Its address: https://example.org/papers"},
};
constexpr SettingName kThemeSettings[] = {
    {"--theme", "theme", "Name of the theme"},
};

void AddSettings(std::span<const SettingName> names, CLI::App* app,
                 Options* options) {
  for (const SettingName& name : names) {
    const std::string flags = name.flags;
    const std::string key = name.key;
    const std::string flag = flags.substr(flags.find("--"));
    app->add_option_function<std::string>(
           flags,
           [options, key, flag](const std::string& value) {
             options->settings.push_back({key, flag, value});
           },
           name.help)
        ->type_name(name.value);
  }
}

// --drafts, --no-drafts: a setting that is true or false.
void AddSwitch(const std::string& name, const std::string& help, CLI::App* app,
               Options* options) {
  app->add_flag_callback(
      "--" + name,
      [options, name] {
        options->settings.push_back({name, "--" + name, "true"});
      },
      help);
  app->add_flag_callback(
      "--no-" + name,
      [options, name] {
        options->settings.push_back({name, "--no-" + name, "false"});
      },
      "Leave them out");
}

void AddSiteFlags(CLI::App* app, Options* options) {
  app->add_option("-s,--source", options->source,
                  "Folder of the site (default: this folder)")
      ->type_name("DIR")
      ->check(CLI::Validator(
          [](const std::string& path) {
            std::error_code error;
            return std::filesystem::is_directory(path, error)
                       ? std::string()
                       : "there is no folder " + path;
          },
          ""));
  app->add_option("-c,--config", options->config,
                  "File of settings, seen from the source (default: site.yml)")
      ->type_name("FILE");
  app->add_option("-j,--jobs", options->jobs,
                  "Threads to work with (default: one a processor)")
      ->type_name("N")
      ->check(CLI::Range(1, 1024));
  app->add_flag("-q,--quiet", options->quiet, "Print errors only");
  app->add_flag("-v,--verbose", options->verbose,
                "Print notes too, and every diagnostic");
}

// Which digests are built.
void AddChoiceFlags(CLI::App* app, Options* options) {
  AddSwitch("drafts", "Build drafts too", app, options);
  AddSwitch("future", "Build days after today too (default)", app, options);
  app->add_option("--limit", options->limit, "Build the newest N days only")
      ->type_name("N")
      ->check(CLI::Range(1, 1000000));
}

void AddBuildFlags(CLI::App* app, Options* options) {
  AddSettings(kBuildSettings, app, options);
  AddChoiceFlags(app, options);
  app->add_flag("--clean", options->clean,
                "Make every page anew, whatever the last build left");
  app->add_flag_callback(
      "--incremental", [] {},
      "Go on from the last build: what is done without --clean");
  app->add_flag("--timing", options->timing, "Print the time of each stage");
  app->add_flag("--force", options->force,
                "Replace a destination that offprint did not make");
}

void AddServeFlags(CLI::App* app, Options* options) {
  AddSettings(kServeSettings, app, options);
  AddChoiceFlags(app, options);
  app->add_option("--host", options->host,
                  "The IP address to listen on (127.0.0.1, localhost)")
      ->type_name("ADDRESS");
  app->add_option("--port", options->port,
                  "The port to listen on (the first one from 4000 on that is "
                  "free)")
      ->type_name("PORT")
      ->check(CLI::Range(1, 65535));
  app->add_flag("--open", options->open, "Open the site in the browser");
  app->add_flag("--poll", options->poll,
                "Look at all files again and again, as for network folders");
  app->add_flag("--navigate", options->navigate,
                "Go to the day that has changed");
}

// Which papers are exported.
void AddFilterFlags(CLI::App* app, ExportFlags* flags) {
  app->add_option("--topic", flags->topics,
                  "Papers of the topic of that name; again for another one")
      ->type_name("NAME")
      ->allow_extra_args(false);
  app->add_option("--author", flags->authors,
                  "Papers of the author of that name; again for another one")
      ->type_name("NAME")
      ->allow_extra_args(false);
  app->add_option("--from", flags->from, "Papers seen on that day or later")
      ->type_name("DATE");
  app->add_option("--to", flags->to, "Papers seen on that day or before")
      ->type_name("DATE");
  app->add_option("--min-score", flags->min_score,
                  "Papers with that score or better")
      ->type_name("NUMBER")
      ->check(CLI::Number);
  app->add_option("--query", flags->query,
                  "Papers that the site's search finds: 'title:cups score:>=8'")
      ->type_name("TEXT");
}

void AddExportFlags(CLI::App* app, Options* options) {
  ExportFlags& flags = options->exports;
  app->add_option(
         "--format", flags.format,
         "bibtex, ris, csl-json, csv or jsonl; or what a search engine "
         "loads: opensearch (also for Elasticsearch) or meilisearch")
      ->required()
      ->type_name("TEXT")
      ->check(CLI::IsMember({"bibtex", "ris", "csl-json", "csv", "jsonl",
                             "opensearch", "meilisearch"}));
  app->add_option("-o,--output", flags.output,
                  "File to write into; - is standard output (default)")
      ->type_name("FILE");
  AddFilterFlags(app, &flags);
  app->add_option("-d,--destination", flags.folder,
                  "Of a search engine: folder to write into, seen from the "
                  "source (default: export)")
      ->type_name("DIR");
  app->add_flag("--force", options->force,
                "Of a search engine: replace a folder that offprint did not "
                "make");
}

void AddNewArguments(CLI::App* app, Options* options) {
  app->add_option("WHAT", options->words,
                  "\"site\" and its folder, or \"theme\" and its name")
      ->type_name("site DIR | theme NAME");
  app->add_option("--from", options->from,
                  "Of a theme: the one to build on (default: default)")
      ->type_name("THEME");
  app->add_option("--dialect", options->dialect,
                  "Of a site: how its first digest is written (default: "
                  "scored-list)")
      ->type_name("NAME");
  app->add_option("--import", options->import_folder,
                  "Of a site: a folder of digests that are there already")
      ->type_name("FOLDER");
  AddSettings(kNewSettings, app, options);
}

void AddPublishFlags(CLI::App* app, Options* options) {
  PublishFlags& flags = options->publish;
  AddSettings(kBuildSettings, app, options);
  AddSwitch("drafts", "Publish drafts too", app, options);
  AddSwitch("future", "Publish days after today too (default)", app, options);
  app->add_option("--branch", flags.branch,
                  "The branch to commit to (default: gh-pages)")
      ->type_name("NAME");
  app->add_flag("--keep-history", flags.keep_history,
                "Commit on top of the branch, instead of in its place");
  app->add_flag("-n,--dry-run", flags.dry_run,
                "Show what would change, and commit nothing");
  app->add_flag("--push", flags.push, "Push the branch to the remote");
  app->add_option("--remote", flags.remote,
                  "The remote to push to (default: origin)")
      ->type_name("NAME");
  app->add_flag("--force", options->force,
                "Replace commits that offprint did not make");
}

void AddLinksFlags(CLI::App* app, Options* options) {
  ExternalFlags& flags = options->external;
  CLI::Option* links = app->add_flag(
      "--links", options->links,
      "Build the site aside, and check its links, assets and search index");
  CLI::Option* external =
      app->add_flag("--external", flags.ask,
                    "Ask other hosts whether the addresses that the site links "
                    "to are there")
          ->needs(links);
  app->add_option("--timeout", flags.timeout,
                  "Wait that long for an answer from elsewhere (20)")
      ->type_name("SECONDS")
      ->check(CLI::Range(1, 3600))
      ->needs(external);
  app->add_option("--recheck-after", flags.recheck_days,
                  "Ask again for addresses that were there so long ago (30)")
      ->type_name("DAYS")
      ->check(CLI::Range(0, 3650))
      ->needs(external);
  app->add_flag("--allow-private-addresses", flags.allow_private,
                "Ask addresses of this machine and of private networks too: "
                "only where you trust the digests")
      ->needs(external);
}

void AddFetchFlags(CLI::App* app, Options* options) {
  FetchFlags& flags = options->fetch;
  app->add_option("WHAT", options->words,
                  "\"remote\", \"papers\", or \"metadata\" and the papers' "
                  "ids (default: all three)")
      ->type_name("remote | papers | metadata [ID...]");
  CLI::Option* all = app->add_flag(
      "--all", flags.all, "Of metadata: ask for what is there already too");
  app->add_flag_callback(
         "--missing", [] {},
         "Of metadata: ask for what is not there yet (default)")
      ->excludes(all);
  app->add_option("--since", flags.since,
                  "Of metadata: of papers first seen on that day or later")
      ->type_name("DATE");
  app->add_option("--days", flags.days,
                  "Of papers: those of the last N working days, as one digest")
      ->type_name("N");
  app->add_option("--from", flags.from,
                  "Of papers: from that day on, a digest a day")
      ->type_name("DATE");
  app->add_option("--to", flags.to,
                  "Of papers: up to that day (default: today)")
      ->type_name("DATE");
  app->add_flag("--offline", flags.offline,
                "Ask nobody: take what earlier fetches kept");
  app->add_flag("-n,--dry-run", flags.dry_run,
                "Tell what would be asked for, and ask nobody");
  app->add_flag("--allow-private-addresses", flags.allow_private,
                "Ask addresses of this machine and of private networks too: "
                "only where you trust what is fetched");
}

void AddFlags(const Command& command, CLI::App* app, Options* options) {
  if ((command.flags & kSiteFlags) != 0) AddSiteFlags(app, options);
  if ((command.flags & kOutputFlags) != 0) {
    AddSettings(kOutputSettings, app, options);
  }
  if ((command.flags & kBuildFlags) != 0) AddBuildFlags(app, options);
  if ((command.flags & kThemeFlag) != 0) {
    AddSettings(kThemeSettings, app, options);
  }
  if ((command.flags & kNewArguments) != 0) AddNewArguments(app, options);
  if ((command.flags & kServeFlags) != 0) AddServeFlags(app, options);
  if ((command.flags & kExportFlags) != 0) AddExportFlags(app, options);
  if ((command.flags & kPublishFlags) != 0) AddPublishFlags(app, options);
  if ((command.flags & kLinksFlag) != 0) AddLinksFlags(app, options);
  if ((command.flags & kFetchFlags) != 0) AddFetchFlags(app, options);
  if ((command.flags & kStrictFlag) != 0) {
    app->add_flag("--strict", options->strict, "Fail on warnings too");
  }
  if ((command.flags & kFileArguments) != 0) {
    app->add_option("FILE", options->files, "Digest files")
        ->required()
        ->type_name("FILE");
  }
}

// The words of the command line, the last one first, as CLI11 takes them. It
// would miss the value of "--baseurl=", which is an empty one.
std::vector<std::string> WordsOf(int argc, const char* const* argv) {
  std::vector<std::string> words;
  for (int i = 1; i < argc; ++i) {
    std::string word = argv[i];
    const bool lacks = word.starts_with("--") && word.ends_with('=');
    if (lacks) word.pop_back();
    words.push_back(std::move(word));
    if (lacks) words.emplace_back();
  }
  std::ranges::reverse(words);
  return words;
}

// What is wrong, and where it is said how it should be.
std::string FailureMessage(const CLI::App* app, const CLI::Error& error) {
  std::string command = "offprint";
  std::string listed = "the commands";
  for (const CLI::App* sub : app->get_subcommands()) {
    command += " " + sub->get_name();
    listed = "the flags";
  }
  return command + ": " + error.what() + "; " + command + " --help lists " +
         listed + "\n";
}

std::string VersionText() {
  std::string text =
      "offprint " OFFPRINT_VERSION "\n\n" + FormatLibraries(Libraries());
  text.pop_back();  // CLI11 ends the line
  return text;
}

}  // namespace

void DeclareCommandLine(CLI::App* app, ParsedLine* line) {
  app->set_version_flag("-V,--version", VersionText,
                        "Print the versions of offprint and its libraries");
  for (const Command& command : Commands()) {
    CLI::App* sub = app->add_subcommand(command.name, command.help);
    AddFlags(command, sub, &line->options);
    sub->callback([line, &command] { line->command = &command; });
  }
}

ParsedLine ParseCommandLine(int argc, const char* const* argv) {
  ParsedLine line;
  const std::string unknown = UnknownCommand(argc, argv);
  if (!unknown.empty()) {
    std::cerr << unknown << "\n";
    line.exit_code = kExitUsage;
    return line;
  }
  CLI::App app(
      "offprint builds a site from a folder of paper digests.\n"
      "Settings come from site.yml, then from OFFPRINT_… variables, "
      "then from flags.",
      "offprint");
  app.require_subcommand(1);
  app.failure_message(FailureMessage);
  DeclareCommandLine(&app, &line);
  if (argc < 2) {
    std::cerr << app.help();
    line.exit_code = kExitUsage;
    return line;
  }
  try {
    app.parse(WordsOf(argc, argv));
  } catch (const CLI::ExtrasError& error) {
    line.command = nullptr;
    line.exit_code = kExitUsage;
    const std::string flag =
        UnknownFlag(*app.get_subcommands().front(), argc, argv);
    std::cerr << (flag.empty() ? std::string("offprint: ") + error.what()
                               : flag)
              << "\n";
  } catch (const CLI::ParseError& error) {
    line.command = nullptr;
    line.exit_code = app.exit(error) == 0 ? kExitFine : kExitUsage;
  }
  return line;
}

}  // namespace offprint
