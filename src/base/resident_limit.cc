#include "base/resident_limit.h"

#include <fcntl.h>
#include <unistd.h>

#include <chrono>
#include <cinttypes>
#include <condition_variable>
#include <cstdio>
#include <mutex>
#include <utility>

#include "base/unique_fd.h"

namespace offprint {
namespace {

// In one, a thread may touch some megabytes of new memory.
constexpr std::chrono::milliseconds kPeriod(1);

// Tells what the process has mapped.
class Statm {
 public:
  // Pages of files, and of memory that lies in files (proc(5), statm): 0 where
  // the system does not tell.
  size_t MappedBytes() const {
    char text[100] = "";
    const ssize_t size = pread(file_.get(), text, sizeof text - 1, 0);
    uint64_t pages = 0;
    if (size <= 0 || std::sscanf(text, "%*u %*u %" SCNu64, &pages) != 1) {
      return 0;
    }
    return pages * static_cast<size_t>(sysconf(_SC_PAGESIZE));
  }

 private:
  UniqueFd file_{open("/proc/self/statm", O_RDONLY | O_CLOEXEC)};
};

}  // namespace

ResidentLimit::ResidentLimit(
    std::vector<std::shared_ptr<const MappedFile>> files, size_t most)
    : thread_([files = std::move(files), most, before = Statm().MappedBytes()](
                  const std::stop_token& stop) mutable {
        const Statm statm;
        std::mutex mutex;
        std::condition_variable_any stopped;
        std::unique_lock lock(mutex);
        while (!stop.stop_requested()) {
          stopped.wait_for(lock, stop, kPeriod, [] { return false; });
          if (statm.MappedBytes() < before + most) continue;
          for (const auto& file : files) file->Release();
          before = statm.MappedBytes();
        }
      }) {}

}  // namespace offprint
