// Progress on a terminal: one line that is written again and again, with the
// time that is left where the stage takes long.
#ifndef OFFPRINT_CLI_TERMINAL_PROGRESS_H_
#define OFFPRINT_CLI_TERMINAL_PROGRESS_H_

#include <atomic>
#include <chrono>
#include <memory>
#include <mutex>
#include <string>

#include "base/progress.h"

namespace offprint {

class TerminalProgress final : public Progress {
 public:
  void BeginStage(std::string_view name, size_t items) override;
  void Expect(size_t more) override;
  void Advance() override;
  void EndStage() override;

 private:
  void Draw(size_t done);
  std::string TimeLeft(size_t done) const;

  std::mutex mutex_;
  std::string name_;
  std::atomic<size_t> items_ = 0;
  std::chrono::steady_clock::time_point begin_;
  std::atomic<size_t> done_ = 0;
  std::atomic<size_t> next_draw_ = 0;
};

// That one where standard error is a terminal and the user did not ask for
// quiet, else one that stays silent.
std::unique_ptr<Progress> MakeProgress(bool quiet);

}  // namespace offprint

#endif  // OFFPRINT_CLI_TERMINAL_PROGRESS_H_
