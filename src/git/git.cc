// What git prints goes to files without a name, so that neither side ever
// waits for the other to read.
#include "git/git.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>
#include <thread>

#include "base/diagnostics.h"
#include "base/text.h"
#include "base/unique_fd.h"

namespace offprint {
namespace {

struct CloseFile {
  void operator()(std::FILE* file) const { std::fclose(file); }
};
using TempFile = std::unique_ptr<std::FILE, CloseFile>;

EnvironmentError CannotRun(const char* what, int cause) {
  return EnvironmentError(std::string("cannot run git: ") + what + ": " +
                          std::strerror(cause));
}

TempFile MakeTempFile() {
  TempFile file(std::tmpfile());
  if (!file) throw CannotRun("no temporary file", errno);
  fcntl(fileno(file.get()), F_SETFD, FD_CLOEXEC);
  return file;
}

std::string ReadBack(std::FILE* file) {
  std::string text;
  char buffer[65536];
  std::rewind(file);
  for (size_t got; (got = std::fread(buffer, 1, sizeof buffer, file)) > 0;) {
    text.append(buffer, got);
  }
  return text;
}

// The list as exec takes it; valid as long as the texts are.
std::vector<char*> Pointers(std::vector<std::string>& texts) {
  std::vector<char*> pointers;
  pointers.reserve(texts.size() + 1);
  for (std::string& text : texts) pointers.push_back(text.data());
  pointers.push_back(nullptr);
  return pointers;
}

// Which file is which standard stream of the program to start.
class Streams {
 public:
  Streams() { posix_spawn_file_actions_init(&actions_); }
  ~Streams() { posix_spawn_file_actions_destroy(&actions_); }
  Streams(const Streams&) = delete;
  Streams& operator=(const Streams&) = delete;

  void Set(int stream, int fd) {
    posix_spawn_file_actions_adddup2(&actions_, fd, stream);
  }
  void SetToNothing(int stream) {
    posix_spawn_file_actions_addopen(&actions_, stream, "/dev/null", O_RDONLY,
                                     0);
  }
  const posix_spawn_file_actions_t* get() const { return &actions_; }

 private:
  posix_spawn_file_actions_t actions_{};
};

// The largest file that programs may write which start while it lives; 0: any.
// This program may write no larger one meanwhile.
class FileSizeLimit {
 public:
  explicit FileSizeLimit(uint64_t bytes) {
    if (bytes == 0 || getrlimit(RLIMIT_FSIZE, &before_) != 0) return;
    rlimit limit = before_;
    limit.rlim_cur = std::min<rlim_t>(bytes, before_.rlim_max);
    is_set_ = setrlimit(RLIMIT_FSIZE, &limit) == 0;
  }
  ~FileSizeLimit() {
    if (is_set_) setrlimit(RLIMIT_FSIZE, &before_);
  }
  FileSizeLimit(const FileSizeLimit&) = delete;
  FileSizeLimit& operator=(const FileSizeLimit&) = delete;

 private:
  rlimit before_ = {};
  bool is_set_ = false;
};

pid_t Start(std::vector<std::string> arguments,
            std::vector<std::string> environment, const Streams& streams,
            uint64_t file_size) {
  const FileSizeLimit limit(file_size);
  pid_t child = 0;
  const int cause = posix_spawnp(
      &child, arguments[0].c_str(), streams.get(), nullptr,
      Pointers(arguments).data(),
      environment.empty() ? environ : Pointers(environment).data());
  if (cause == ENOENT) {
    throw EnvironmentError(
        "there is no program \"git\" here, which this needs; install it (on "
        "Debian: apt-get install git)");
  }
  if (cause != 0) throw CannotRun("it does not start", cause);
  return child;
}

// A program that runs; at the end of its life it has ended and is waited for.
class Child {
 public:
  explicit Child(pid_t id) : id_(id) {}
  ~Child() {
    if (id_ == 0) return;  // else its input is not written in full
    kill(id_, SIGTERM);
    waitpid(id_, nullptr, 0);
  }
  Child(const Child&) = delete;
  Child& operator=(const Child&) = delete;

  // Its exit code, or 128 and the signal that ended it, which is SIGTERM where
  // a limit did.
  int Wait(const GitLimits& limits) {
    const bool looks = limits.cancel != nullptr || limits.time.count() > 0;
    const auto end = std::chrono::steady_clock::now() + limits.time;
    int status = 0;
    for (;;) {
      const pid_t ended = waitpid(id_, &status, looks ? WNOHANG : 0);
      if (ended == id_) break;
      if (ended < 0 && errno != EINTR) throw CannotRun("it is lost", errno);
      if (ended != 0) continue;
      const bool late =
          limits.time.count() > 0 && std::chrono::steady_clock::now() >= end;
      if (late || (limits.cancel != nullptr && *limits.cancel)) {
        kill(id_, SIGTERM);
      }
      std::this_thread::sleep_for(std::chrono::milliseconds(10));
    }
    id_ = 0;
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
  }

 private:
  pid_t id_;
};

// Two ends of one line: what is written to ours, the program reads.
struct InputPair {
  UniqueFd ours;
  UniqueFd theirs;
};

InputPair MakeInput() {
  int sockets[2];
  if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, sockets) != 0) {
    throw CannotRun("no way to talk to it", errno);
  }
  return {UniqueFd(sockets[0]), UniqueFd(sockets[1])};
}

}  // namespace

void GitInput::Write(std::string_view bytes) {
  while (!bytes.empty() && !closed_) {
    const ssize_t sent =
        send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
    if (sent >= 0) {
      bytes.remove_prefix(static_cast<size_t>(sent));
    } else if (errno != EINTR) {
      closed_ = true;
    }
  }
}

GitResult Git::RunWith(const Arguments& arguments, const Feed& feed,
                       Errors errors) const {
  std::vector<std::string> all = {"git", "-C", folder_.string()};
  all.insert(all.end(), arguments.begin(), arguments.end());
  const TempFile out = MakeTempFile();
  const TempFile error = MakeTempFile();
  Streams streams;
  streams.Set(STDOUT_FILENO, fileno(out.get()));
  if (errors == Errors::kTaken) {
    streams.Set(STDERR_FILENO, fileno(error.get()));
  }
  InputPair input;
  if (feed) {
    input = MakeInput();
    streams.Set(STDIN_FILENO, input.theirs.get());
  } else {
    streams.SetToNothing(STDIN_FILENO);
  }
  Child child(Start(std::move(all), environment_, streams, limits_.file_size));
  input.theirs = UniqueFd();
  if (feed) {
    GitInput to(input.ours.get());
    feed(to);
    input.ours = UniqueFd();
  }
  GitResult result;
  result.exit_code = child.Wait(limits_);
  result.out = ReadBack(out.get());
  result.error = Trim(ReadBack(error.get()));
  return result;
}

GitResult Git::Run(const Arguments& arguments, const Feed& feed) const {
  return RunWith(arguments, feed, Errors::kTaken);
}

GitResult Git::RunInSight(const Arguments& arguments) const {
  return RunWith(arguments, {}, Errors::kShown);
}

std::string Git::Ask(const Arguments& arguments, const Feed& feed) const {
  GitResult result = Run(arguments, feed);
  if (!result.good()) {
    throw EnvironmentError("\"git " + arguments.front() +
                           "\" failed: " + result.error);
  }
  if (result.out.ends_with('\n')) result.out.pop_back();
  return std::move(result.out);
}

}  // namespace offprint
