#include "cli/terminal_progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

#include "cli/report.h"

namespace offprint {

void TerminalProgress::BeginStage(std::string_view name, size_t items) {
  name_ = name;
  items_ = items;
  done_ = 0;
  next_draw_ = 0;
  begin_ = std::chrono::steady_clock::now();
  Draw(0);
}

void TerminalProgress::Expect(size_t more) { items_ += more; }

void TerminalProgress::Advance() {
  const size_t done = ++done_;
  if (done < next_draw_) return;
  const std::unique_lock lock(mutex_, std::try_to_lock);
  if (!lock.owns_lock()) return;
  next_draw_ = done + std::max<size_t>(1, items_ / 100);
  Draw(done);
}

void TerminalProgress::EndStage() { std::fputs("\r\033[K", stderr); }

void TerminalProgress::Draw(size_t done) {
  const size_t items = items_;
  done = std::min(done, items);  // there may be more than were expected
  std::fprintf(stderr, "\r\033[K%s", name_.c_str());
  if (items > 0) {
    std::fprintf(stderr, ": %zu of %zu (%zu %%)%s", done, items,
                 done * 100 / items, TimeLeft(done).c_str());
  }
  std::fflush(stderr);
}

// ", 2 min left", as fast as it went so far; empty where that is soon.
std::string TerminalProgress::TimeLeft(size_t done) const {
  constexpr double kLong = 5;  // seconds
  const double passed =
      std::chrono::duration<double>(std::chrono::steady_clock::now() - begin_)
          .count();
  if (done == 0 || done >= items_ || passed < 1) return {};
  const double left =
      passed / static_cast<double>(done) * static_cast<double>(items_ - done);
  return left < kLong ? std::string() : ", " + FormatDuration(left) + " left";
}

std::unique_ptr<Progress> MakeProgress(bool quiet) {
  if (!quiet && isatty(STDERR_FILENO) != 0) {
    return std::make_unique<TerminalProgress>();
  }
  return std::make_unique<Progress>();
}

}  // namespace offprint
