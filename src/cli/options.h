// What the command line says.
#ifndef OFFPRINT_CLI_OPTIONS_H_
#define OFFPRINT_CLI_OPTIONS_H_

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace offprint {

// A setting of site.yml given as a flag.
struct SettingFlag {
  std::string key;   // "baseurl"
  std::string flag;  // "--baseurl"
  std::string value;
};

// Of `publish`.
struct PublishFlags {
  std::string branch = "gh-pages";
  std::string remote = "origin";
  bool keep_history = false;
  bool dry_run = false;
  bool push = false;
};

// Of `check --links --external`.
struct ExternalFlags {
  bool ask = false;
  int timeout = 20;       // seconds, of one request
  int recheck_days = 30;  // for how long a good answer is believed
  bool allow_private = false;
};

// Of `fetch`. Its words are a part and, of metadata, ids.
struct FetchFlags {
  bool all = false;   // of metadata: what is there already too
  std::string since;  // of metadata: of papers first seen from that day on
  // Of papers, days as typed: the last ones, or those from one to another.
  std::optional<int> days;
  std::string from;
  std::string to;
  bool offline = false;  // from the cache alone
  bool dry_run = false;
  bool allow_private = false;
};

// Of `export`. Days and numbers are as typed.
struct ExportFlags {
  std::string format;  // the name of an engine or of a citation format
  std::optional<std::filesystem::path> folder;  // relative to the source
  std::string output;                           // a file; empty or "-": stdout
  std::vector<std::string> topics;
  std::vector<std::string> authors;
  std::string from;
  std::string to;
  std::optional<double> min_score;
  std::string query;
};

struct Options {
  std::filesystem::path source = ".";
  std::string config = "site.yml";  // relative to the source
  std::vector<SettingFlag> settings;
  std::vector<std::string> files;  // of `inspect`
  std::vector<std::string> words;  // of `new` and `fetch`: what, and of what
  std::string from = "default";    // of `new`: the theme to build on
  ExportFlags exports;
  std::string host;   // of `serve`; empty: this machine alone
  uint16_t port = 0;  // of `serve`; 0: the first one that is free
  bool open = false;
  bool poll = false;
  bool navigate = false;
  // Of `new site`; empty where not given.
  std::string dialect;
  std::filesystem::path import_folder;
  PublishFlags publish;
  bool links = false;  // of `check`
  ExternalFlags external;
  FetchFlags fetch;
  size_t jobs = 0;  // 0: as many as there are processors
  size_t limit = 0;
  bool strict = false;
  bool force = false;
  bool clean = false;
  bool quiet = false;
  bool verbose = false;
  bool timing = false;
};

// How the program ends.
enum ExitCode : int {
  kExitFine = 0,
  kExitContentErrors = 1,  // digests, settings or templates have mistakes
  kExitUsage = 2,          // a wrong flag, or the machine does not do it
  kExitStopped = 130,      // by Ctrl-C, after what was begun is put away
};

}  // namespace offprint

#endif  // OFFPRINT_CLI_OPTIONS_H_
