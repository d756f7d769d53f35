#include "remote/source_folder.h"

#include <system_error>
#include <utility>

#include "base/hash.h"
#include "base/replace_file.h"
#include "base/source_file.h"

namespace offprint::remote {

namespace fs = std::filesystem;

SourceFolder::SourceFolder(fs::path folder, Diagnostics& diagnostics)
    : folder_(std::move(folder)), provenance_(folder_, diagnostics) {}

bool SourceFolder::Has(const std::string& file) const {
  std::error_code error;
  return fs::exists(fs::symlink_status(folder_ / file, error));
}

Arrival SourceFolder::Keep(std::string_view text, Record record) {
  const fs::path path = folder_ / record.file;
  record.hash = HexOf(HashOf(text));
  const Record* known = provenance_.Find(record.file);
  const bool is_there = Has(record.file);
  if (is_there) {
    std::error_code error;
    const bool is_plain = fs::is_regular_file(fs::symlink_status(path, error));
    const std::string here = is_plain ? HexOf(HashOf(ReadFile(path))) : "";
    if (here == record.hash) {
      const bool knows =
          known != nullptr && known->hash == record.hash && known->gone.empty();
      if (!knows) provenance_.Set(std::move(record));
      return Arrival::kSame;
    }
    if (known == nullptr) return Arrival::kForeign;
    // What is there is what was: the edit is of none of their words.
    if (known->hash == record.hash) return Arrival::kSame;
    if (known->hash != here) return Arrival::kEdited;
  }
  std::error_code error;
  fs::create_directories(path.parent_path(), error);
  if (error == std::errc::not_a_directory || error == std::errc::file_exists) {
    return Arrival::kBlocked;
  }
  if (error) {
    throw EnvironmentError("cannot make the folder " +
                           path.parent_path().string() + ": " +
                           error.message());
  }
  ReplaceFile(path, text);
  provenance_.Set(std::move(record));
  return is_there ? Arrival::kChanged : Arrival::kNew;
}

bool SourceFolder::MarkGone(const std::string& file, const std::string& when) {
  const Record* known = provenance_.Find(file);
  if (known == nullptr || !known->gone.empty()) return false;
  Record record = *known;
  record.gone = when;
  provenance_.Set(std::move(record));
  return true;
}

void SourceFolder::Finish() { provenance_.Sort(); }

}  // namespace offprint::remote
