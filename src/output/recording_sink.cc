#include "output/recording_sink.h"

#include <algorithm>
#include <tuple>
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
  AddRecord(file, same ? Fate::kSame : Fate::kWritten);
}

bool RecordingSink::Keep(std::string_view path, const Hash128& made_of) {
  const LedgerFile* before = before_.Find(path);
  const std::lock_guard lock(mutex_);
  if (!keeps_ || before == nullptr || before->made_of != made_of) {
    made_of_.insert_or_assign(std::string(path), made_of);
    return false;
  }
  AddRecord(*before, Fate::kKept);
  return true;
}

bool RecordingSink::KeepBelow(std::string_view prefix) {
  if (!keeps_) return false;
  const std::span<const LedgerFile> files = before_.Below(prefix);
  const std::lock_guard lock(mutex_);
  for (const LedgerFile& file : files) AddRecord(file, Fate::kKept);
  return !files.empty();
}

void RecordingSink::AddRecord(LedgerFile file, Fate fate) {
  file.path = paths_.Keep(file.path);
  records_.push_back({file, fate});
}

RecordingSink::Result RecordingSink::Finish() {
  std::ranges::sort(records_, [](const Record& a, const Record& b) {
    return std::tie(a.file.path, a.fate) < std::tie(b.file.path, b.fate);
  });
  Result result;
  std::vector<LedgerFile> files;
  files.reserve(records_.size());
  Fate last = Fate::kKept;
  for (const Record& record : records_) {
    const std::string_view path = record.file.path;
    if (files.empty() || files.back().path != path) {
      files.push_back(record.file);
    } else if (last == Fate::kKept) {
      const Hash128 made_of = files.back().made_of;
      files.back() = record.file;
      files.back().made_of = made_of;
    } else {
      throw EnvironmentError("cannot write " + std::string(path) +
                             ": this build has already written it");
    }
    last = record.fate;
    if (record.fate == Fate::kWritten) result.written.emplace_back(path);
  }
  auto written = result.written.begin();
  for (const LedgerFile& file : files) {
    if (written != result.written.end() && *written == file.path) {
      ++written;
    } else {
      result.same.emplace_back(file.path);
    }
  }
  result.ledger = Ledger(std::move(files), std::move(paths_));
  for (const LedgerFile& file : before_.files()) {
    if (result.ledger.Find(file.path) == nullptr) {
      result.stale.emplace_back(file.path);
    }
  }
  return result;
}

}  // namespace offprint
