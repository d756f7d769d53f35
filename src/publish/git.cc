// What git prints goes to files without a name, so that neither side ever
// waits for the other to read.
#include "publish/git.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <memory>

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

pid_t Start(std::vector<std::string> arguments, const Streams& streams) {
  pid_t child = 0;
  const int cause = posix_spawnp(&child, arguments[0].c_str(), streams.get(),
                                 nullptr, Pointers(arguments).data(), environ);
  if (cause == ENOENT) {
    throw EnvironmentError(
        "there is no program \"git\" here, which publishing needs; install it "
        "(on Debian: apt-get install git)");
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

  int Wait() {
    int status = 0;
    while (waitpid(id_, &status, 0) < 0) {
      if (errno != EINTR) throw CannotRun("it is lost", errno);
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
  Child child(Start(std::move(all), streams));
  input.theirs = UniqueFd();
  if (feed) {
    GitInput to(input.ours.get());
    feed(to);
    input.ours = UniqueFd();
  }
  GitResult result;
  result.exit_code = child.Wait();
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
