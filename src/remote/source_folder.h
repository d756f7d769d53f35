// The folder content/remote/<name>/ of a source.
#ifndef OFFPRINT_REMOTE_SOURCE_FOLDER_H_
#define OFFPRINT_REMOTE_SOURCE_FOLDER_H_

#include <filesystem>
#include <string>
#include <string_view>

#include "base/diagnostics.h"
#include "remote/provenance.h"

namespace offprint::remote {

// What became of a digest that came.
enum class Arrival {
  kNew,
  kChanged,
  kSame,
  kEdited,   // it changed there, and somebody edited it here: it stays
  kForeign,  // a file of that name is there that was not fetched: it stays
  kBlocked,  // a file stands where its folder should be
};

// Not more than one at a time for a folder.
class SourceFolder {
 public:
  // The folder is made when the first digest comes.
  SourceFolder(std::filesystem::path folder, Diagnostics& diagnostics);

  // Puts the text into record.file, unless somebody else's words would be
  // lost, and keeps the record, whose hash is filled in. Both are on the disk
  // when it returns; a run that is killed in between has the file, which the
  // next one knows again.
  Arrival Keep(std::string_view text, Record record);

  // Keeps that the digest is gone from its source since `when`; false where
  // that is known. The file stays.
  bool MarkGone(const std::string& file, const std::string& when);

  // Puts the provenance in order, which is to be read after the last Keep().
  void Finish();

  bool Has(const std::string& file) const;
  const Provenance& provenance() const { return provenance_; }
  const std::filesystem::path& path() const { return folder_; }

 private:
  const std::filesystem::path folder_;
  Provenance provenance_;
};

}  // namespace offprint::remote

#endif  // OFFPRINT_REMOTE_SOURCE_FOLDER_H_
