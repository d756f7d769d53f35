#include "metadata/store.h"

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#include "base/source_file.h"

namespace offprint {
namespace {

namespace fs = std::filesystem;

// Beside its place under a name that nobody reads, then renamed.
void WriteWhole(const fs::path& path, const std::string& bytes) {
  const fs::path fresh =
      path.parent_path() / ("." + path.filename().string() + ".new");
  std::ofstream out(fresh, std::ios::binary | std::ios::trunc);
  out << bytes;
  out.close();
  if (out.fail() || std::rename(fresh.c_str(), path.c_str()) != 0) {
    const std::string why = std::strerror(errno);
    std::error_code ignored;
    fs::remove(fresh, ignored);
    throw EnvironmentError("cannot write " + path.string() + ": " + why);
  }
}

}  // namespace

MetadataStore::MetadataStore(fs::path folder, const std::string& name,
                             Diagnostics& diagnostics)
    : folder_(std::move(folder)) {
  for (const fs::path& path : MetadataFilesIn(folder_)) {
    const std::string file = path.filename().string();
    const std::string shown = std::string(name).append("/").append(file);
    for (const MetadataLine& line :
         MetadataFile().Read(ReadFile(path), shown, diagnostics)) {
      if (const auto* unknown = std::get_if<UnknownPaper>(&line)) {
        unknown_.emplace(unknown->id.value, unknown->on);
        places_.emplace(unknown->id.value, file);
      } else {
        const PaperId& id = std::get<Metadata>(line).id;
        known_.insert(id.value);
        places_.emplace(id.value, file);
      }
    }
  }
}

std::optional<Date> MetadataStore::UnknownSince(const PaperId& id) const {
  const auto found = unknown_.find(id.value);
  if (found == unknown_.end()) return std::nullopt;
  return found->second;
}

// The one that its line was read from, wherever a hand has put it.
MetadataFile& MetadataStore::FileOf(const PaperId& id) {
  const std::string& name =
      places_.try_emplace(id.value, MetadataFileName(id)).first->second;
  changed_.insert(name);
  const auto [file, is_new] = files_.try_emplace(name);
  std::error_code error;
  if (is_new && fs::is_regular_file(folder_ / name, error)) {
    Diagnostics told;  // by the constructor
    file->second.Read(ReadFile(folder_ / name), name, told);
  }
  return file->second;
}

void MetadataStore::Put(const Metadata& metadata) {
  FileOf(metadata.id).Put(metadata.id, FormatLine(metadata));
  known_.insert(metadata.id.value);
  unknown_.erase(metadata.id.value);
}

void MetadataStore::PutUnknown(const PaperId& id, Date today) {
  if (Knows(id)) return;
  FileOf(id).Put(id, FormatLine(UnknownPaper{id, today}));
  unknown_.insert_or_assign(id.value, today);
}

void MetadataStore::Save() {
  if (changed_.empty()) return;
  fs::create_directories(folder_);
  for (const std::string& name : changed_) {
    WriteWhole(folder_ / name, files_.at(name).Format());
  }
  std::erase_if(
      files_, [&](const auto& file) { return !changed_.contains(file.first); });
  changed_.clear();
}

}  // namespace offprint
