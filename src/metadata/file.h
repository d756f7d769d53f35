// A file of metadata: lines (metadata/line.h) in the order of their ids.
#ifndef OFFPRINT_METADATA_FILE_H_
#define OFFPRINT_METADATA_FILE_H_

#include <cstddef>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "base/diagnostics.h"
#include "metadata/line.h"

namespace offprint {

// The folder in that of the digests.
inline constexpr std::string_view kMetadataFolder = "_metadata";

// The name of the file that a paper's line belongs into, by the month in its
// id: "arxiv-2601.jsonl" for 2601.02360, "arxiv-0601.jsonl" for math/0601001,
// "doi-10.1101-2409.jsonl" for 10.1101/2024.09.01.610000; a DOI that names no
// day goes by its registrant: "doi-10.1038.jsonl".
std::string MetadataFileName(const PaperId& id);

// The files of metadata (*.jsonl) in a folder, by name; none where there is no
// such folder. One that cannot be read is an EnvironmentError.
std::vector<std::filesystem::path> MetadataFilesIn(
    const std::filesystem::path& folder);

// One file in memory. Lines that are not read stay as they are, behind the line
// that they stood behind.
class MetadataFile {
 public:
  // Reads the bytes of a file that diagnostics call `name`, and gives what its
  // lines say, in file order. The second line of a paper is not used, which a
  // warning says.
  std::vector<MetadataLine> Read(std::string_view bytes,
                                 const std::string& name,
                                 Diagnostics& diagnostics);

  // Sets the line of the paper in place of the one that is read of it.
  void Put(const PaperId& id, std::string text);
  // All lines, sorted.
  std::string Format() const;

 private:
  struct Line {
    std::string id;    // that it is sorted by
    std::string text;  // without line feed
  };

  std::optional<MetadataLine> ReadLine(std::string_view line,
                                       const SourceLocation& where,
                                       Diagnostics& diagnostics);
  std::vector<Line> lines_;
  std::unordered_map<std::string, size_t> places_;  // of lines that are read
};

}  // namespace offprint

#endif  // OFFPRINT_METADATA_FILE_H_
