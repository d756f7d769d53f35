// The newest files of somebody's repository, through the program git and
// without a work tree: nothing of it is ever checked out, so there are no
// links, hooks, filters or modules that could do something.
#ifndef OFFPRINT_REMOTE_GIT_REPOSITORY_H_
#define OFFPRINT_REMOTE_GIT_REPOSITORY_H_

#include <atomic>
#include <filesystem>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "git/git.h"

namespace offprint::remote {

// A file or link of a commit. What is in it is not known yet.
struct TreeFile {
  std::string blob;     // its id
  std::string path;     // any bytes, "/" between the parts
  bool is_file = true;  // and no link or module
};

// Functions give why they cannot, in words for the user, or an empty text.
class GitRepository {
 public:
  // A repository that is kept at `folder` (absolute) as long as this lives, of
  // what is at `address`, one that GitAddressProblem() takes. What is in the
  // folder is removed: a run that was killed may have left locks behind. Runs
  // of git end once `cancel` is true, after ten minutes, and when they write
  // half a gigabyte into one file.
  GitRepository(std::filesystem::path folder, std::string address,
                const std::atomic<bool>& cancel);
  ~GitRepository();
  GitRepository(const GitRepository&) = delete;
  GitRepository& operator=(const GitRepository&) = delete;

  // Fetches the newest commit of a branch, "" for the one that the repository
  // names, with the names of its files alone.
  std::string FetchCommit(const std::string& branch);
  // Whether somebody answered.
  bool reached() const { return reached_; }
  const std::string& commit() const { return commit_; }

  // The files below a folder, "" for all; their paths are seen from it.
  std::string List(const std::string& folder,
                   std::vector<TreeFile>* files) const;

  // Fetches the files in one request and gives their bytes, one after another.
  using Take = std::function<void(const TreeFile& file, std::string bytes)>;
  std::string Read(std::span<const TreeFile> files, const Take& take) const;

 private:
  GitResult Run(const Git::Arguments& command,
                const Git::Feed& feed = {}) const;
  std::string ReadSome(std::span<const TreeFile> files, const Take& take) const;

  const std::filesystem::path folder_;
  const std::string address_;
  const Git git_;
  bool reached_ = false;
  std::string commit_;
};

}  // namespace offprint::remote

#endif  // OFFPRINT_REMOTE_GIT_REPOSITORY_H_
