#ifndef OFFPRINT_BUILD_COUNTING_SINK_H_
#define OFFPRINT_BUILD_COUNTING_SINK_H_

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "output/output_sink.h"

namespace offprint {

// Counts what passes through.
class CountingSink final : public OutputSink {
 public:
  // The sink outlives this.
  explicit CountingSink(OutputSink& sink) : sink_(sink) {}

  void Write(std::string_view path, std::string_view bytes) override {
    sink_.Write(path, bytes);
    ++files_;
    bytes_ += bytes.size();
  }
  size_t files() const { return files_; }
  uint64_t bytes() const { return bytes_; }

 private:
  OutputSink& sink_;
  std::atomic<size_t> files_ = 0;
  std::atomic<uint64_t> bytes_ = 0;
};

}  // namespace offprint

#endif  // OFFPRINT_BUILD_COUNTING_SINK_H_
