#include "base/resident_limit.h"

#include <unistd.h>

#include <chrono>
#include <condition_variable>
#include <fstream>
#include <mutex>
#include <utility>

namespace offprint {
namespace {

constexpr std::chrono::milliseconds kPeriod(5);

// Pages of files, and of memory that lies in files (proc(5), statm): 0 where
// the system does not tell.
size_t MappedBytes() {
  size_t all = 0;
  size_t resident = 0;
  size_t shared = 0;
  std::ifstream("/proc/self/statm") >> all >> resident >> shared;
  return shared * static_cast<size_t>(sysconf(_SC_PAGESIZE));
}

}  // namespace

ResidentLimit::ResidentLimit(
    std::vector<std::shared_ptr<const MappedFile>> files, size_t most)
    : thread_([files = std::move(files), most,
               before = MappedBytes()](const std::stop_token& stop) mutable {
        std::mutex mutex;
        std::condition_variable_any stopped;
        std::unique_lock lock(mutex);
        while (!stop.stop_requested()) {
          stopped.wait_for(lock, stop, kPeriod, [] { return false; });
          if (MappedBytes() < before + most) continue;
          for (const auto& file : files) file->Release();
          before = MappedBytes();
        }
      }) {}

}  // namespace offprint
