#include "build/yielding_sink.h"

namespace offprint {

void YieldingSink::Write(std::string_view path, std::string_view bytes) {
  if (own_.find(path) == own_.end()) {
    sink_.Write(path, bytes);
    return;
  }
  const std::lock_guard lock(mutex_);
  yielded_.emplace(path);
}

// What yields is written again, to be told again.
bool YieldingSink::CanKeep(std::string_view path,
                           const Hash128& made_of) const {
  return own_.find(path) == own_.end() && sink_.CanKeep(path, made_of);
}

bool YieldingSink::Keep(std::string_view path, const Hash128& made_of) {
  return own_.find(path) == own_.end() && sink_.Keep(path, made_of);
}

void YieldingSink::Report(Diagnostics& diagnostics) const {
  for (const std::string& path : yielded_) {
    diagnostics.Note({own_.at(path), 0, 0},
                     "takes the place of the archive's own /" + path);
  }
}

}  // namespace offprint
