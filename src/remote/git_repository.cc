// The newest commit is fetched without files (--filter=blob:none); then those
// that are asked for, by their ids, as git itself would do for a work tree.
#include "remote/git_repository.h"

#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <set>
#include <string_view>
#include <system_error>
#include <utility>

#include "base/text.h"
#include "remote/git_address.h"

namespace offprint::remote {
namespace {

namespace fs = std::filesystem;

constexpr const char* kHead = "refs/offprint/head";
// Of one run of git, and of what it may write into one file.
constexpr std::chrono::seconds kMostTime{600};
constexpr uint64_t kMostBytes = uint64_t{512} << 20;
// Files that are read at once: as much as these stands in memory.
constexpr size_t kAtOnce = 32;

// The environment of this program without what names another repository or
// brings settings along. GIT_DIR keeps git from looking for one: around the
// cache is the user's.
std::vector<std::string> EnvironmentFor(const fs::path& repository) {
  std::vector<std::string> variables;
  for (char** at = environ; *at != nullptr; ++at) {
    const std::string_view variable = *at;
    if (!variable.starts_with("GIT_") && !variable.starts_with("LC_ALL="))
      variables.emplace_back(variable);
  }
  for (const char* variable :
       {"GIT_CONFIG_NOSYSTEM=1", "GIT_CONFIG_GLOBAL=/dev/null",
        "GIT_TERMINAL_PROMPT=0", "LC_ALL=C", "GIT_ASKPASS=true",
        "GIT_SSH_COMMAND=ssh -oBatchMode=yes -oConnectTimeout=15"}) {
    variables.emplace_back(variable);
  }
  variables.push_back("GIT_DIR=" + repository.string());
  return variables;
}

// Nothing is allowed but the transport of the address. Git hands these on to
// the programs that it starts.
Git::Arguments SettingsFor(const std::string& address) {
  Git::Arguments arguments;
  for (const std::string& setting : std::initializer_list<std::string>{
           "protocol.allow=never",
           "protocol." + TransportOf(address) + ".allow=always",
           "remote.origin.url=" + address, "remote.origin.promisor=true",
           "remote.origin.partialclonefilter=blob:none",
           "core.hooksPath=/dev/null", "core.fsmonitor=false",
           "credential.helper=", "http.followRedirects=false",
           "http.lowSpeedLimit=100", "http.lowSpeedTime=20",
           "transfer.bundleURI=false", "fetch.negotiationAlgorithm=noop",
           "gc.auto=0", "maintenance.auto=false"}) {
    arguments.insert(arguments.end(), {"-c", setting});
  }
  return arguments;
}

// Git's own words, in one line.
std::string WhyOf(const GitResult& result) {
  const std::string words = CollapseSpace(result.error);
  if (words.find("returned error: 30") != std::string::npos) {
    return "the repository has moved; write its new address (git: " + words +
           ")";
  }
  return words.empty() ? "git was ended: it took too long, or too much"
                       : "git: " + words;
}

void RemoveFolder(const fs::path& folder) {
  std::error_code ignored;
  fs::remove_all(folder, ignored);
}

// "100644 blob <id>\t<path>" (git-ls-tree(1)); false where it is none.
bool ParseTreeLine(std::string_view line, TreeFile* file) {
  const size_t tab = line.find('\t');
  if (tab == std::string_view::npos) return false;
  const std::string_view head = line.substr(0, tab);
  file->is_file = head.starts_with("100");
  file->blob = head.substr(head.rfind(' ') + 1);
  file->path = line.substr(tab + 1);
  return true;
}

}  // namespace

GitRepository::GitRepository(fs::path folder, std::string address,
                             const std::atomic<bool>& cancel)
    : folder_(std::move(folder)),
      address_(std::move(address)),
      git_(".", EnvironmentFor(folder_), {&cancel, kMostTime, kMostBytes}) {
  RemoveFolder(folder_);
  fs::create_directories(folder_.parent_path());
}

GitRepository::~GitRepository() { RemoveFolder(folder_); }

std::string GitRepository::FetchCommit(const std::string& branch) {
  const std::string from = branch.empty() ? "HEAD" : "refs/heads/" + branch;
  GitResult done = Run({"init", "-q", "--bare", folder_.string()});
  if (done.good()) {
    done = Run({"fetch", "-q", "--depth=1", "--no-tags", "--filter=blob:none",
                "--no-recurse-submodules", "origin", "+" + from + ":" + kHead});
  }
  const bool lacks_branch =
      done.error.find("couldn't find remote ref") != std::string::npos;
  reached_ = done.good() || lacks_branch;
  if (lacks_branch) {
    return branch.empty() ? "it is empty"
                          : "it has no branch \"" + branch + "\"";
  }
  if (done.good()) done = Run({"rev-parse", kHead});
  commit_ = Trim(done.out);
  return done.good() ? "" : WhyOf(done);
}

std::string GitRepository::List(const std::string& folder,
                                std::vector<TreeFile>* files) const {
  Git::Arguments arguments = {"ls-tree", "-r", "-z", "--full-tree", kHead};
  const std::string above = folder.empty() ? "" : folder + "/";
  if (!above.empty()) arguments.insert(arguments.end(), {"--", above});
  const GitResult list = Run(arguments);
  if (!list.good()) return WhyOf(list);
  for (const std::string_view line : Split(list.out, '\0')) {
    TreeFile file;
    if (!ParseTreeLine(line, &file) || !file.path.starts_with(above)) continue;
    file.path.erase(0, above.size());
    files->push_back(std::move(file));
  }
  return {};
}

std::string GitRepository::Read(std::span<const TreeFile> files,
                                const Take& take) const {
  if (files.empty()) return {};
  std::set<std::string_view> ids;
  for (const TreeFile& file : files) ids.insert(file.blob);
  const GitResult got = Run(
      {"fetch", "-q", "--no-tags", "--no-write-fetch-head",
       "--filter=blob:none", "--no-recurse-submodules", "--stdin", "origin"},
      [&](GitInput& input) {
        for (const std::string_view id : ids) {
          input.Write(std::string(id) + "\n");
        }
      });
  if (!got.good()) return WhyOf(got);
  while (!files.empty()) {
    const size_t count = std::min(kAtOnce, files.size());
    std::string why = ReadSome(files.first(count), take);
    if (!why.empty()) return why;
    files = files.subspan(count);
  }
  return {};
}

// "<id> blob <size>", a line feed, the bytes and another one, of each file
// (git-cat-file(1), BATCH OUTPUT).
std::string GitRepository::ReadSome(std::span<const TreeFile> files,
                                    const Take& take) const {
  const GitResult got = Run({"cat-file", "--batch"}, [&](GitInput& input) {
    for (const TreeFile& file : files) input.Write(file.blob + "\n");
  });
  if (!got.good()) return WhyOf(got);
  std::string_view out = got.out;
  for (const TreeFile& file : files) {
    const std::string_view line = out.substr(0, out.find('\n'));
    const std::string_view number = line.substr(line.rfind(' ') + 1);
    size_t size = 0;
    std::from_chars(number.data(), number.data() + number.size(), size);
    const bool is_whole = line.starts_with(file.blob + " blob ") &&
                          out.size() - line.size() >= size + 2;
    if (!is_whole) return "git gives no file where it should";
    out.remove_prefix(line.size() + 1);
    take(file, std::string(out.substr(0, size)));
    out.remove_prefix(size + 1);
  }
  return {};
}

GitResult GitRepository::Run(const Git::Arguments& command,
                             const Git::Feed& feed) const {
  Git::Arguments arguments = SettingsFor(address_);
  arguments.insert(arguments.end(), command.begin(), command.end());
  return git_.Run(arguments, feed);
}

}  // namespace offprint::remote
