#include "serve/watcher.h"

#include <poll.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <system_error>
#include <utility>

#include "base/diagnostics.h"

namespace offprint::serve {
namespace {

namespace fs = std::filesystem;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

// Programs write several files, and some write one in several steps.
constexpr milliseconds kSettledAlone{8};  // behind the first change
constexpr milliseconds kSettled{25};
constexpr milliseconds kSettledAtLast{1000};
constexpr milliseconds kPollEvery{500};

constexpr uint32_t kNews = IN_CLOSE_WRITE | IN_CREATE | IN_DELETE |
                           IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF |
                           IN_MOVE_SELF;

}  // namespace

Watcher::Watcher(WatchedFolders watched, Way way, int stop)
    : watched_(std::move(watched)), way_(way), stop_(stop) {
  if (way_ == Way::kPolling) {
    seen_ = Look();
    return;
  }
  inotify_ = UniqueFd(inotify_init1(IN_NONBLOCK | IN_CLOEXEC));
  WatchAll();
}

void Watcher::Watch(WatchedFolders watched) {
  if (watched == watched_) return;
  watched_ = std::move(watched);
  if (way_ == Way::kPolling) {
    seen_ = Look();
  } else {
    WatchAll();
  }
}

void Watcher::WatchAll() {
  for (const fs::path& folder : watched_.folders) WatchBelow(folder);
}

bool Watcher::IsSkipped(const fs::path& path) const {
  return path.filename().native().starts_with('.') ||
         watched_.skipped.contains(path);
}

// A folder that is watched already keeps its watch.
void Watcher::WatchBelow(const fs::path& folder) {
  const int watch =
      inotify_add_watch(inotify_.get(), folder.c_str(), kNews | IN_ONLYDIR);
  if (watch < 0) {
    if (errno == ENOENT || errno == ENOTDIR) return;  // it is gone again
    throw EnvironmentError(
        "cannot watch " + folder.string() +
        (errno == ENOSPC ? ": the system gives no more watches; raise "
                           "fs.inotify.max_user_watches, or use --poll"
                         : ": " + std::generic_category().message(errno) +
                               "; --poll looks at the files instead"));
  }
  places_.insert_or_assign(watch, folder);
  std::error_code error;
  for (const auto& item : fs::directory_iterator(folder, error)) {
    if (item.is_directory(error) && !IsSkipped(item.path())) {
      WatchBelow(item.path());
    }
  }
}

// Takes all that inotify has to say; whether any of it matters.
bool Watcher::ReadNews() {
  bool matters = false;
  alignas(inotify_event) std::array<char, 65536> buffer;
  for (;;) {
    const ssize_t got = read(inotify_.get(), buffer.data(), buffer.size());
    if (got <= 0) return matters;
    for (size_t at = 0; at < static_cast<size_t>(got);) {
      const auto* event =
          reinterpret_cast<const inotify_event*>(buffer.data() + at);
      at += sizeof *event + event->len;
      if ((event->mask & IN_Q_OVERFLOW) != 0) {
        WatchAll();
        matters = true;
        continue;
      }
      const auto place = places_.find(event->wd);
      if (place == places_.end()) continue;
      if ((event->mask & IN_IGNORED) != 0) {
        places_.erase(place);
        continue;
      }
      const fs::path path =
          event->len > 0 ? place->second / event->name : place->second;
      if (event->len > 0 && IsSkipped(path)) continue;
      const bool is_folder = (event->mask & IN_ISDIR) != 0;
      if (is_folder && (event->mask & (IN_CREATE | IN_MOVED_TO)) != 0) {
        WatchBelow(path);
      }
      // A file that is only created has yet to be written.
      if (is_folder || (event->mask & IN_CREATE) == 0) matters = true;
    }
  }
}

Watcher::Event Watcher::Wait(milliseconds most) {
  return way_ == Way::kNotified ? WaitForNews(most) : WaitByPolling(most);
}

Watcher::Event Watcher::Poll(milliseconds most) {
  std::array<pollfd, 2> fds = {
      {{stop_, POLLIN, 0}, {inotify_.get(), POLLIN, 0}}};
  const int timeout = static_cast<int>(std::max(most, milliseconds(0)).count());
  const nfds_t count = way_ == Way::kNotified ? 2 : 1;
  if (poll(fds.data(), count, timeout) <= 0) return Event::kNothing;
  return fds[0].revents != 0 ? Event::kStop : Event::kChange;
}

Watcher::Event Watcher::WaitForNews(milliseconds most) {
  const auto end = steady_clock::now() + most;
  for (;;) {
    const auto left =
        std::chrono::duration_cast<milliseconds>(end - steady_clock::now());
    const Event event = left.count() > 0 ? Poll(left) : Event::kNothing;
    if (event != Event::kChange) return event;
    if (ReadNews()) break;
  }
  // A file that was saved stands alone; of many, as git writes them, the next
  // follows at once, and then the last one may be longer in coming.
  const auto at_last = steady_clock::now() + kSettledAtLast;
  milliseconds settled = kSettledAlone;
  while (steady_clock::now() < at_last) {
    const Event event = Poll(settled);
    if (event == Event::kStop) return event;
    if (event == Event::kNothing) break;
    ReadNews();
    settled = kSettled;
  }
  return Event::kChange;
}

Watcher::Event Watcher::WaitByPolling(milliseconds most) {
  const auto end = steady_clock::now() + most;
  while (steady_clock::now() < end) {
    if (Poll(kPollEvery) == Event::kStop) return Event::kStop;
    Hash128 now = Look();
    if (now == seen_) continue;
    while (now != seen_) {
      seen_ = now;
      if (Poll(kSettled) == Event::kStop) return Event::kStop;
      now = Look();
    }
    return Event::kChange;
  }
  return Event::kNothing;
}

// What the system says of all files.
Hash128 Watcher::Look() const {
  std::vector<std::string> files;
  for (const fs::path& folder : watched_.folders) {
    std::error_code error;
    fs::recursive_directory_iterator at(folder, error);
    while (!error && at != fs::recursive_directory_iterator()) {
      if (IsSkipped(at->path())) {
        at.disable_recursion_pending();
      } else {
        struct stat status {};
        stat(at->path().c_str(), &status);
        Hasher hasher;
        hasher.Add(at->path().native());
        hasher.Add(static_cast<uint64_t>(status.st_size));
        hasher.Add(static_cast<uint64_t>(status.st_mtim.tv_sec));
        hasher.Add(static_cast<uint64_t>(status.st_mtim.tv_nsec));
        files.push_back(HexOf(hasher.Take()));
      }
      at.increment(error);
    }
  }
  std::ranges::sort(files);
  Hasher all;
  for (const std::string& file : files) all.Add(file);
  return all.Take();
}

}  // namespace offprint::serve
