// A built site as a commit. Objects are added to the repository; its work
// tree, its index and its branches stay as they are.
#ifndef OFFPRINT_PUBLISH_SITE_COMMIT_H_
#define OFFPRINT_PUBLISH_SITE_COMMIT_H_

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "git/git.h"

namespace offprint {

// The files of a tree, by path: the ids of their bytes.
using SiteTree = std::map<std::string, std::string>;

// The tree of a commit; empty where the commit is. Whatever is no plain file
// has an id that no file has.
SiteTree TreeOfCommit(const Git& git, const std::string& commit);

// The files of a built site, byte for byte, whatever the user's settings say
// of line ends or of files to ignore. The marker of the output folder is left
// out. Nothing is written.
SiteTree TreeOfFolder(const Git& git, const std::filesystem::path& folder);

// The id of a file of these bytes.
std::string IdOf(const Git& git, const std::string& bytes);

struct SiteChanges {
  std::vector<std::string> added;
  std::vector<std::string> changed;
  std::vector<std::string> removed;

  bool none() const {
    return added.empty() && changed.empty() && removed.empty();
  }
};

SiteChanges Compare(const SiteTree& before, const SiteTree& after);

struct SiteCommit {
  // The commit that `changes` were found against; empty for none.
  std::string before;
  SiteChanges changes;
  // The bytes of a file that was added or changed.
  std::function<std::string(const std::string& path)> bytes_of;
  std::string parent;  // `before`, or empty
  std::string message;
};

// Writes the commit and what belongs to it, on no branch; gives back its id.
std::string Write(const Git& git, const SiteCommit& commit);

}  // namespace offprint

#endif  // OFFPRINT_PUBLISH_SITE_COMMIT_H_
