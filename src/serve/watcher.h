// Notices when files change.
#ifndef OFFPRINT_SERVE_WATCHER_H_
#define OFFPRINT_SERVE_WATCHER_H_

#include <chrono>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/hash.h"
#include "base/unique_fd.h"

namespace offprint::serve {

struct WatchedFolders {
  std::vector<std::filesystem::path> folders;  // with all below them
  std::set<std::filesystem::path> skipped;     // absolute

  bool operator==(const WatchedFolders&) const = default;
};

// Watches folders, but for names in them that begin with "." and what is to be
// skipped: with inotify, or, where that is wanted, as for folders of a network,
// by looking at all files again and again.
class Watcher {
 public:
  enum class Way { kNotified, kPolling };
  enum class Event { kNothing, kChange, kStop };

  // `stop` is a descriptor that becomes readable when the waiting is to end.
  // Throws an EnvironmentError where the system gives no more watches; it says
  // what to do.
  Watcher(WatchedFolders watched, Way way, int stop);

  // Watches these folders from now on; of others there may be news still.
  // Throws as the constructor does.
  void Watch(WatchedFolders watched);

  // Waits until something has changed and nothing more changes, or the time is
  // over. Many changes one after the other are one.
  Event Wait(std::chrono::milliseconds most);

 private:
  Event WaitForNews(std::chrono::milliseconds most);
  Event WaitByPolling(std::chrono::milliseconds most);
  // Waits for the descriptors; true where there is something to read of
  // inotify's.
  Event Poll(std::chrono::milliseconds most);
  void WatchAll();
  void WatchBelow(const std::filesystem::path& folder);
  bool ReadNews();
  Hash128 Look() const;
  bool IsSkipped(const std::filesystem::path& path) const;

  WatchedFolders watched_;
  const Way way_;
  const int stop_;
  UniqueFd inotify_;
  std::map<int, std::filesystem::path> places_;  // by watch
  Hash128 seen_;                                 // when polling
};

}  // namespace offprint::serve

#endif  // OFFPRINT_SERVE_WATCHER_H_
