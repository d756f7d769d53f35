#include "cli/interrupt.h"

namespace offprint {
namespace {

std::atomic<bool> stop_is_asked = false;
static_assert(std::atomic<bool>::is_always_lock_free);

}  // namespace

StopOnInterrupt::StopOnInterrupt() {
  stop_is_asked = false;
  struct sigaction action = {};
  action.sa_handler = [](int) { stop_is_asked = true; };
  action.sa_flags = static_cast<int>(SA_RESETHAND);
  sigaction(SIGINT, &action, &interrupt_);
  sigaction(SIGTERM, &action, &terminate_);
}

StopOnInterrupt::~StopOnInterrupt() {
  sigaction(SIGINT, &interrupt_, nullptr);
  sigaction(SIGTERM, &terminate_, nullptr);
}

const std::atomic<bool>& StopOnInterrupt::stopped() { return stop_is_asked; }

}  // namespace offprint
