#include "output/memory_sink.h"

#include "base/diagnostics.h"

namespace offprint {

void MemorySink::Write(std::string_view path, std::string_view bytes) {
  CheckOutputPath(path);
  const std::lock_guard lock(mutex_);
  if (!files_.try_emplace(std::string(path), bytes).second) {
    throw EnvironmentError("cannot write " + std::string(path) +
                           ": this build has already written it");
  }
}

}  // namespace offprint
