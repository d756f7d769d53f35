#include "output/ledger.h"

#include <algorithm>
#include <bit>
#include <utility>

#include "output/output_sink.h"

namespace offprint {
namespace {

constexpr uint32_t kNone = UINT32_MAX;

size_t SlotOf(std::string_view path, size_t slots) {
  return HashOf(path).low & (slots - 1);
}

bool PathIsLess(const LedgerFile& file, std::string_view path) {
  return file.path < path;
}

}  // namespace

Ledger::Ledger(std::vector<LedgerFile> files, TextPool paths)
    : paths_(std::move(paths)), files_(std::move(files)) {
  if (!std::ranges::is_sorted(files_, {}, &LedgerFile::path)) {
    std::ranges::sort(files_, {}, &LedgerFile::path);
  }
  MakeIndex();
}

// At most half full.
void Ledger::MakeIndex() {
  if (files_.empty()) return;
  index_.assign(std::bit_ceil(files_.size() * 2), kNone);
  for (uint32_t i = 0; i < files_.size(); ++i) {
    size_t slot = SlotOf(files_[i].path, index_.size());
    while (index_[slot] != kNone) slot = (slot + 1) % index_.size();
    index_[slot] = i;
  }
}

const LedgerFile* Ledger::Find(std::string_view path) const {
  if (index_.empty()) return nullptr;
  for (size_t slot = SlotOf(path, index_.size()); index_[slot] != kNone;
       slot = (slot + 1) % index_.size()) {
    const LedgerFile& file = files_[index_[slot]];
    if (file.path == path) return &file;
  }
  return nullptr;
}

std::span<const LedgerFile> Ledger::Below(std::string_view prefix) const {
  const auto begin =
      std::lower_bound(files_.begin(), files_.end(), prefix, PathIsLess);
  const auto end = std::find_if_not(begin, files_.end(), [&](const auto& file) {
    return file.path.starts_with(prefix);
  });
  return {begin, end};
}

Hash128 Ledger::Id() const {
  Hasher hasher;
  for (const LedgerFile& file : files_) {
    hasher.Add(file.path).Add(file.content);
  }
  return hasher.Take();
}

void Ledger::Write(ByteWriter* out) const {
  out->List(files_, [&](const LedgerFile& file) {
    out->Text(file.path);
    out->Hash(file.made_of);
    out->Hash(file.content);
    out->Number(file.size);
  });
}

Ledger Ledger::Read(ByteReader* in) {
  TextPool paths;
  std::vector<LedgerFile> files = in->List([&] {
    LedgerFile file;
    file.path = paths.Keep(in->Text());
    if (!IsOutputPath(file.path)) in->Reject();
    file.made_of = in->Hash();
    file.content = in->Hash();
    file.size = in->Number();
    return file;
  });
  return {std::move(files), std::move(paths)};
}

}  // namespace offprint
