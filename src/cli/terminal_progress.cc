#include "cli/terminal_progress.h"

#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace offprint {

void TerminalProgress::BeginStage(std::string_view name, size_t items) {
  name_ = name;
  items_ = items;
  done_ = 0;
  next_draw_ = 0;
  Draw(0);
}

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
  const size_t percent = items_ == 0 ? 100 : done * 100 / items_;
  std::fprintf(stderr, "\r\033[K%s: %zu of %zu (%zu %%)", name_.c_str(), done,
               items_, percent);
  std::fflush(stderr);
}

std::unique_ptr<Progress> MakeProgress(bool quiet) {
  if (!quiet && isatty(STDERR_FILENO) != 0) {
    return std::make_unique<TerminalProgress>();
  }
  return std::make_unique<Progress>();
}

}  // namespace offprint
