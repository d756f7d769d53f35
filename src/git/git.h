// The program git, run with a list of arguments and never through a shell.
#ifndef OFFPRINT_GIT_GIT_H_
#define OFFPRINT_GIT_GIT_H_

#include <atomic>
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace offprint {

// The standard input of a run. What is written behind the program's end is
// lost; the exit code tells.
class GitInput {
 public:
  explicit GitInput(int socket) : socket_(socket) {}
  void Write(std::string_view bytes);

 private:
  int socket_;
  bool closed_ = false;
};

struct GitResult {
  int exit_code = 0;
  std::string out;
  std::string error;  // trimmed; empty where it was shown to the user

  bool good() const { return exit_code == 0; }
};

// What a run may take. By itself it takes what it wants.
struct GitLimits {
  // Given up once it is true; outlives the run.
  const std::atomic<bool>* cancel = nullptr;
  std::chrono::seconds time{0};  // of one run; 0: any
  uint64_t file_size = 0;        // bytes of a file that it writes; 0: any
};

class Git {
 public:
  // Of the repository that the folder is in, as git finds it.
  explicit Git(std::filesystem::path folder) : folder_(std::move(folder)) {}
  // The same, with another environment ("NAME=value") and within limits. A run
  // that is given up is ended, and fails.
  Git(std::filesystem::path folder, std::vector<std::string> environment,
      GitLimits limits)
      : folder_(std::move(folder)),
        environment_(std::move(environment)),
        limits_(limits) {}

  using Arguments = std::vector<std::string>;
  using Feed = std::function<void(GitInput&)>;

  // Runs git and waits for it. That there is no git is an EnvironmentError.
  GitResult Run(const Arguments& arguments, const Feed& feed = {}) const;

  // The same, but what git says to the user (progress, questions of ssh) is
  // shown.
  GitResult RunInSight(const Arguments& arguments) const;

  // What it prints, without the line feed at the end; an EnvironmentError with
  // git's own words where it fails.
  std::string Ask(const Arguments& arguments, const Feed& feed = {}) const;

  const std::filesystem::path& folder() const { return folder_; }

 private:
  enum class Errors { kTaken, kShown };
  GitResult RunWith(const Arguments& arguments, const Feed& feed,
                    Errors errors) const;

  std::filesystem::path folder_;
  std::vector<std::string> environment_;  // empty: this program's
  GitLimits limits_;
};

}  // namespace offprint

#endif  // OFFPRINT_GIT_GIT_H_
