// Where the digests of a source came from:
// content/remote/<name>/_provenance.jsonl, JSON Lines (jsonlines.org), a digest
// a line, sorted by file, so that it diffs well. Names that begin with "_" are
// no digests to a build.
#ifndef OFFPRINT_REMOTE_PROVENANCE_H_
#define OFFPRINT_REMOTE_PROVENANCE_H_

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

#include "base/diagnostics.h"

namespace offprint::remote {

inline constexpr std::string_view kProvenanceName = "_provenance.jsonl";

// A line; members that are empty are not written.
struct Record {
  std::string file;     // from the folder, "/" between its parts
  std::string url;      // that was asked; of git the repository
  std::string fetched;  // when these bytes came, RFC 3339 in UTC
  std::string hash;     // XXH3 of the file, 32 hexadecimal digits
  std::string etag;     // validators, as the server said them
  std::string last_modified;
  std::string updated;  // what the feed says of its entry
  std::string commit;   // of git, and the id of the file in it
  std::string blob;
  std::string gone;  // when it was first found to be gone from there

  bool operator==(const Record&) const = default;
};

class Provenance {
 public:
  // Reads the file in the folder, if it is there. A line that is none, but for
  // the last one, which a run that was killed may have left behind in part, is
  // a warning.
  Provenance(const std::filesystem::path& folder, Diagnostics& diagnostics);

  // Null where nothing is known. Valid until the next Set().
  const Record* Find(std::string_view file) const;
  const Record* FindUrl(std::string_view url) const;
  const std::map<std::string, Record, std::less<>>& records() const {
    return records_;
  }

  // Keeps the record, on the disk too when it returns. The folder is there.
  void Set(Record record);
  // Puts the lines that Set() appended in order.
  void Sort();

 private:
  const std::filesystem::path path_;
  std::map<std::string, Record, std::less<>> records_;
  std::map<std::string, std::string, std::less<>> files_by_url_;
  bool is_sorted_ = true;
  bool is_cut_off_ = false;  // its last line
};

}  // namespace offprint::remote

#endif  // OFFPRINT_REMOTE_PROVENANCE_H_
