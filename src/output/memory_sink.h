#ifndef OFFPRINT_OUTPUT_MEMORY_SINK_H_
#define OFFPRINT_OUTPUT_MEMORY_SINK_H_

#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

#include "output/output_sink.h"

namespace offprint {

// A site in memory: for tests and the preview.
class MemorySink : public OutputSink {
 public:
  using Files = std::map<std::string, std::string, std::less<>>;

  void Write(std::string_view path, std::string_view bytes) override;

  // Path to bytes. To be called when nobody writes any more.
  const Files& files() const { return files_; }

 private:
  std::mutex mutex_;
  Files files_;
};

}  // namespace offprint

#endif  // OFFPRINT_OUTPUT_MEMORY_SINK_H_
