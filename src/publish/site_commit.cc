// A commit goes through "git fast-import", which makes one pack of it. Objects
// by themselves would be a file and a disk block for every page and for every
// folder, of which a site has about as many.
#include "publish/site_commit.h"

#include <string_view>
#include <system_error>

#include "base/diagnostics.h"
#include "base/text.h"
#include "output/output_folder.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view kPlainFile = "100644";

// What fast-import calls the commit; gone again when it ends.
const std::string kScratchRef = "refs/offprint/publish";

std::vector<std::string> PathsIn(const fs::path& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (auto item = fs::recursive_directory_iterator(folder, error);
       !error && item != fs::recursive_directory_iterator();
       item.increment(error)) {
    if (!item->is_regular_file()) continue;
    std::string path = item->path().lexically_relative(folder).generic_string();
    if (path != kMarkerName) paths.push_back(std::move(path));
  }
  if (error) {
    throw EnvironmentError("cannot read the folder " + folder.string() + ": " +
                           error.message());
  }
  return paths;
}

// The path as a text in quotes, as the stream wants it.
std::string Quoted(const std::string& path) {
  std::string out = "\"";
  for (const char c : path) {
    if (c == '"' || c == '\\') out += '\\';
    out += c;
  }
  return out + "\"";
}

void WriteData(std::string_view bytes, GitInput& input) {
  input.Write("data " + std::to_string(bytes.size()) + "\n");
  input.Write(bytes);
  input.Write("\n");
}

void WriteFiles(const std::vector<std::string>& paths, const SiteCommit& commit,
                GitInput& input) {
  for (const std::string& path : paths) {
    const std::string bytes = commit.bytes_of(path);
    input.Write("M 100644 inline " + Quoted(path) + "\n");
    WriteData(bytes, input);
  }
}

}  // namespace

SiteTree TreeOfCommit(const Git& git, const std::string& commit) {
  SiteTree tree;
  if (commit.empty()) return tree;
  const std::string list =
      git.Ask({"ls-tree", "-r", "-z", "--full-tree", commit});
  for (const std::string_view line : Split(list, '\0')) {
    const size_t tab = line.find('\t');
    if (tab == std::string_view::npos) continue;
    // "100644 blob ID"
    const std::vector<std::string_view> words = Split(line.substr(0, tab), ' ');
    std::string id(words.back());
    if (words.front() != kPlainFile) id.append(" ").append(words.front());
    tree.emplace(line.substr(tab + 1), std::move(id));
  }
  return tree;
}

SiteTree TreeOfFolder(const Git& git, const fs::path& folder) {
  const std::vector<std::string> paths = PathsIn(folder);
  const std::string root = fs::absolute(folder).string() + "/";
  const std::string ids = git.Ask(
      {"hash-object", "--no-filters", "--stdin-paths"}, [&](GitInput& input) {
        for (const std::string& path : paths) {
          input.Write(root + path + "\n");
        }
      });
  SiteTree tree;
  const std::vector<std::string_view> lines = Split(ids, '\n');
  for (size_t i = 0; i < paths.size(); ++i) tree.emplace(paths[i], lines.at(i));
  return tree;
}

std::string IdOf(const Git& git, const std::string& bytes) {
  return git.Ask({"hash-object", "--stdin"},
                 [&](GitInput& input) { input.Write(bytes); });
}

SiteChanges Compare(const SiteTree& before, const SiteTree& after) {
  SiteChanges changes;
  for (const auto& [path, id] : after) {
    const auto old = before.find(path);
    if (old == before.end()) {
      changes.added.push_back(path);
    } else if (old->second != id) {
      changes.changed.push_back(path);
    }
  }
  for (const auto& [path, id] : before) {
    if (!after.contains(path)) changes.removed.push_back(path);
  }
  return changes;
}

std::string Write(const Git& git, const SiteCommit& commit) {
  const std::string author = git.Ask({"var", "GIT_AUTHOR_IDENT"});
  const std::string committer = git.Ask({"var", "GIT_COMMITTER_IDENT"});
  const std::string nothing(IdOf(git, "").size(), '0');
  std::string tree;
  if (commit.parent.empty() && !commit.before.empty()) {
    tree = git.Ask({"rev-parse", commit.before + "^{tree}"});
  }
  return git.Ask({"fast-import", "--quiet"}, [&](GitInput& input) {
    input.Write("commit " + kScratchRef + "\nmark :1\nauthor " + author +
                "\ncommitter " + committer + "\n");
    WriteData(commit.message, input);
    if (!commit.parent.empty()) input.Write("from " + commit.parent + "\n");
    if (!tree.empty()) input.Write("M 040000 " + tree + " \"\"\n");
    for (const std::string& path : commit.changes.removed) {
      input.Write("D " + Quoted(path) + "\n");
    }
    WriteFiles(commit.changes.added, commit, input);
    WriteFiles(commit.changes.changed, commit, input);
    input.Write("\nget-mark :1\nreset " + kScratchRef + "\nfrom " + nothing +
                "\n");
  });
}

}  // namespace offprint
