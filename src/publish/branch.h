// The branch that a site is published on.
//
// It is the user's: a branch is replaced only where it is one commit that
// offprint made, and never when it moves under our hands.
#ifndef OFFPRINT_PUBLISH_BRANCH_H_
#define OFFPRINT_PUBLISH_BRANCH_H_

#include <string>
#include <string_view>

#include "git/git.h"

namespace offprint {

// Whether the site is a commit without a parent, which takes the place of the
// last one, or the next commit of the branch.
enum class History { kOrphan, kKeep };

// What to do with commits of others that an orphan would replace.
enum class ForeignCommits { kRefuse, kReplace };

struct BranchOptions {
  std::string branch = "gh-pages";
  std::string remote = "origin";
  History history = History::kOrphan;
  ForeignCommits foreign = ForeignCommits::kRefuse;
  bool push = false;
};

// Commits by their ids; empty where there is none.
struct Branch {
  std::string name;
  std::string ref;  // "refs/heads/gh-pages"
  std::string local;
  // On the remote: as it answered, or, where nothing is to be pushed, as it
  // was seen last.
  std::string remote;
  // What the site is compared with, and what kKeep puts it on.
  std::string base;
};

// Looks at the branch here and, where it is to be pushed, on the remote. An
// EnvironmentError says why it cannot be published on, and what to do: no git,
// no repository, a branch that is checked out, that holds commits of others,
// or that is not what this repository knows of it.
Branch LookAtBranch(const Git& git, const BranchOptions& options);

// Whether offprint made the commit, and it has no parent.
bool IsOneOfOurs(const Git& git, const std::string& commit);

// Throws the EnvironmentError of a repository in which nobody could commit.
void CheckCommitter(const Git& git);

// What is written into the message of a commit, so that it is known as ours.
std::string CommitMessage(const Git& git);

// Puts the branch at the commit; an EnvironmentError where it is not at
// branch.local any more.
void MoveBranch(const Git& git, const Branch& branch,
                const std::string& commit);

}  // namespace offprint

#endif  // OFFPRINT_PUBLISH_BRANCH_H_
