#include "output/ledger.h"

#include <algorithm>
#include <utility>

namespace offprint {
namespace {

bool PathIsLess(const LedgerFile& file, std::string_view path) {
  return file.path < path;
}

}  // namespace

Ledger::Ledger(std::vector<LedgerFile> files, TextPool paths)
    : paths_(std::move(paths)), files_(std::move(files)) {
  if (!std::ranges::is_sorted(files_, {}, &LedgerFile::path)) {
    std::ranges::sort(files_, {}, &LedgerFile::path);
  }
}

const LedgerFile* Ledger::Find(std::string_view path) const {
  const auto found =
      std::lower_bound(files_.begin(), files_.end(), path, PathIsLess);
  return found != files_.end() && found->path == path ? &*found : nullptr;
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
    file.made_of = in->Hash();
    file.content = in->Hash();
    file.size = in->Number();
    return file;
  });
  return {std::move(files), std::move(paths)};
}

}  // namespace offprint
