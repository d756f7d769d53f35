#ifndef OFFPRINT_CLI_INTERRUPT_H_
#define OFFPRINT_CLI_INTERRUPT_H_

#include <atomic>
#include <csignal>

namespace offprint {

// While it lives the first Ctrl-C (SIGINT), or SIGTERM, only sets stopped(), so
// that work can be put away; the second ends the program. One at a time.
class StopOnInterrupt {
 public:
  StopOnInterrupt();
  ~StopOnInterrupt();
  StopOnInterrupt(const StopOnInterrupt&) = delete;
  StopOnInterrupt& operator=(const StopOnInterrupt&) = delete;

  static const std::atomic<bool>& stopped();

 private:
  struct sigaction interrupt_ = {};
  struct sigaction terminate_ = {};
};

}  // namespace offprint

#endif  // OFFPRINT_CLI_INTERRUPT_H_
