#include "publish/branch.h"

#include "base/diagnostics.h"
#include "base/text.h"
#include "publish/remote.h"

namespace offprint {
namespace {

constexpr std::string_view kMadeBy = "\nMade-by: offprint publish";

std::string Short(const std::string& commit) { return commit.substr(0, 10); }

// The commit that a name stands for; empty where there is none.
std::string CommitAt(const Git& git, const std::string& name) {
  const GitResult result =
      git.Run({"rev-parse", "--verify", "--quiet", name + "^{commit}"});
  return result.good() ? std::string(Trim(result.out)) : std::string();
}

bool IsAncestor(const Git& git, const std::string& older,
                const std::string& newer) {
  return git.Run({"merge-base", "--is-ancestor", older, newer}).good();
}

void CheckRepository(const Git& git) {
  const GitResult result = git.Run({"rev-parse", "--absolute-git-dir"});
  if (result.good()) return;
  throw EnvironmentError("there is no Git repository to publish in at " +
                         git.folder().string() + " (" + result.error +
                         "); \"git init\" makes one");
}

void CheckName(const Git& git, const Branch& branch) {
  if (!branch.name.starts_with('-') &&
      git.Run({"check-ref-format", branch.ref}).good()) {
    return;
  }
  throw EnvironmentError("\"" + branch.name +
                         "\" cannot be the name of a branch");
}

// A branch that is checked out would differ from its work tree from then on.
void CheckNotInUse(const Git& git, const Branch& branch) {
  std::string_view folder;
  const std::string list = git.Ask({"worktree", "list", "--porcelain"});
  for (const std::string_view line : Split(list, '\n')) {
    constexpr std::string_view kWorktree = "worktree ";
    if (line.starts_with(kWorktree)) folder = line.substr(kWorktree.size());
    if (line != "branch " + branch.ref) continue;
    throw EnvironmentError("the branch \"" + branch.name +
                           "\" is checked out in " + std::string(folder) +
                           "; switch to another one there (git switch), or "
                           "publish on another --branch");
  }
}

std::string RemoteCommit(const Git& git, const BranchOptions& options,
                         const std::string& ref) {
  if (!options.push) {
    return CommitAt(git,
                    "refs/remotes/" + options.remote + "/" + options.branch);
  }
  if (RemoteAddress(git, options.remote).empty()) {
    throw EnvironmentError("there is no remote \"" + options.remote +
                           "\" to push to; \"git remote add " + options.remote +
                           " ADDRESS\" makes one");
  }
  std::string commit = AskRemote(git, options.remote, ref);
  const bool may_be_unknown = options.foreign == ForeignCommits::kReplace &&
                              options.history == History::kOrphan;
  if (commit.empty() || may_be_unknown || !CommitAt(git, commit).empty()) {
    return commit;
  }
  throw EnvironmentError(
      "the branch \"" + options.branch + "\" of \"" + options.remote +
      "\" is at " + Short(commit) +
      ", which was never fetched into this repository; \"git fetch " +
      options.remote + " " + options.branch + "\" brings it" +
      (options.history == History::kOrphan ? ", --force replaces it unseen"
                                           : ""));
}

void CheckMayReplace(const Git& git, const BranchOptions& options,
                     const std::string& commit) {
  if (commit.empty() || options.history == History::kKeep ||
      options.foreign == ForeignCommits::kReplace || IsOneOfOurs(git, commit)) {
    return;
  }
  throw EnvironmentError(
      "the branch \"" + options.branch + "\" is at " +
      git.Ask({"log", "-1", "--format=%h, \"%s\"", commit}) +
      ", which is no lone commit of offprint's: it would be lost, and the "
      "history below it; --keep-history puts the site on top of it, --force "
      "replaces it all the same");
}

// The newer of the two; where they have gone apart, ours.
std::string BaseOf(const Git& git, const Branch& branch,
                   const BranchOptions& options) {
  const bool knows_remote =
      !branch.remote.empty() && !CommitAt(git, branch.remote).empty();
  if (!knows_remote) return branch.local;
  if (branch.local.empty() || IsAncestor(git, branch.local, branch.remote)) {
    return branch.remote;
  }
  if (options.history == History::kKeep &&
      !IsAncestor(git, branch.remote, branch.local)) {
    throw EnvironmentError("the branch \"" + branch.name + "\" and that of \"" +
                           options.remote +
                           "\" have gone apart, so there is no one history "
                           "to keep; set it to theirs (git branch --force " +
                           branch.name + " " + Short(branch.remote) +
                           ") or publish without --keep-history");
  }
  return branch.local;
}

}  // namespace

bool IsOneOfOurs(const Git& git, const std::string& commit) {
  const std::string text = git.Ask({"cat-file", "commit", commit});
  const size_t message = text.find("\n\n");
  return text.find("\nparent ") > message &&
         text.find(kMadeBy, message) != std::string::npos;
}

Branch LookAtBranch(const Git& git, const BranchOptions& options) {
  Branch branch;
  branch.name = options.branch;
  branch.ref = "refs/heads/" + options.branch;
  CheckRepository(git);
  CheckName(git, branch);
  CheckNotInUse(git, branch);
  branch.local = CommitAt(git, branch.ref);
  branch.remote = RemoteCommit(git, options, branch.ref);
  CheckMayReplace(git, options, branch.local);
  CheckMayReplace(git, options, branch.remote);
  branch.base = BaseOf(git, branch, options);
  return branch;
}

void CheckCommitter(const Git& git) {
  if (git.Run({"var", "GIT_COMMITTER_IDENT"}).good()) return;
  throw EnvironmentError(
      "git does not know who commits here; tell it with \"git config "
      "user.name NAME\" and \"git config user.email ADDRESS\"");
}

std::string CommitMessage(const Git& git) {
  std::string message = "Publish the site\n";
  const std::string source = CommitAt(git, "HEAD");
  if (!source.empty()) message += "\nBuilt at commit " + source + ".\n";
  return message.append(kMadeBy) + "\n";
}

void MoveBranch(const Git& git, const Branch& branch,
                const std::string& commit) {
  if (commit == branch.local) return;
  const std::string expected =
      branch.local.empty() ? std::string(commit.size(), '0') : branch.local;
  const GitResult result =
      git.Run({"update-ref", "--create-reflog", "-m", "offprint publish",
               branch.ref, commit, expected});
  if (result.good()) return;
  const std::string now = CommitAt(git, branch.ref);
  if (now == branch.local) {
    throw EnvironmentError("the branch \"" + branch.name +
                           "\" cannot be moved: " + result.error);
  }
  throw EnvironmentError("the branch \"" + branch.name +
                         "\" moved while the site was being built (it is at " +
                         (now.empty() ? "no commit" : Short(now)) +
                         " now), so it was left as it is; publish again");
}

}  // namespace offprint
