#include "output/recording_sink.h"

#include <algorithm>
#include <utility>

#include "base/diagnostics.h"

namespace offprint {

void RecordingSink::Write(std::string_view path, std::string_view bytes) {
  LedgerFile file = {path, {}, HashOf(bytes), bytes.size()};
  const LedgerFile* before = before_.Find(path);
  const bool same = before != nullptr && before->content == file.content &&
                    before->size == file.size;
  if (same) {
    CheckOutputPath(path);
  } else {
    sink_.Write(path, bytes);
  }
  const std::lock_guard lock(mutex_);
  if (const auto found = made_of_.find(path); found != made_of_.end()) {
    file.made_of = found->second;
    made_of_.erase(found);
  }
  file.path = paths_.Keep(path);
  records_.push_back({file, same});
}

bool RecordingSink::CanKeep(std::string_view path,
                            const Hash128& made_of) const {
  const LedgerFile* before = keeps_ ? before_.Find(path) : nullptr;
  return before != nullptr && before->made_of == made_of;
}

bool RecordingSink::Keep(std::string_view path, const Hash128& made_of) {
  const LedgerFile* before = keeps_ ? before_.Find(path) : nullptr;
  if (before != nullptr && before->made_of == made_of) {
    kept_[static_cast<size_t>(before - before_.files().data())] = 1;
    return true;
  }
  const std::lock_guard lock(mutex_);
  made_of_.insert_or_assign(std::string(path), made_of);
  return false;
}

bool RecordingSink::KeepBelow(std::string_view prefix) {
  if (!keeps_) return false;
  const std::span<const LedgerFile> files = before_.Below(prefix);
  const auto first = kept_.begin() + (files.data() - before_.files().data());
  std::fill_n(first, files.size(), uint8_t{1});
  return !files.empty();
}

void RecordingSink::SortRecords() {
  const auto path = [](const Record& record) { return record.file.path; };
  std::ranges::sort(records_, {}, path);
  const auto twice = std::ranges::adjacent_find(records_, {}, path);
  if (twice == records_.end()) return;
  throw EnvironmentError("cannot write " + std::string(twice->file.path) +
                         ": this build has already written it");
}

// What was written and what was before, both by their paths, become one.
RecordingSink::Result RecordingSink::Finish() {
  SortRecords();
  Result result;
  std::vector<LedgerFile> files;
  files.reserve(before_.files().size() + records_.size());
  auto record = records_.begin();
  const auto take_record = [&](const Hash128& made_of) {
    files.push_back(record->file);
    if (files.back().made_of == Hash128()) files.back().made_of = made_of;
    const std::string_view path = record->file.path;
    if (record->is_same) {
      result.same.push_back(path);
    } else {
      result.written.push_back(path);
    }
    ++record;
  };
  for (size_t i = 0; i < before_.files().size(); ++i) {
    LedgerFile file = before_.files()[i];
    while (record != records_.end() && record->file.path < file.path) {
      take_record({});
    }
    if (record != records_.end() && record->file.path == file.path) {
      take_record(kept_[i] != 0 ? file.made_of : Hash128());
    } else if (kept_[i] != 0) {
      file.path = paths_.Keep(file.path);
      files.push_back(file);
      result.same.push_back(file.path);
    } else {
      result.stale.emplace_back(file.path);
    }
  }
  while (record != records_.end()) take_record({});
  result.ledger = Ledger(std::move(files), std::move(paths_));
  return result;
}

}  // namespace offprint
