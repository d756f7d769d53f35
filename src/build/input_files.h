// Whether input files are as they were.
#ifndef OFFPRINT_BUILD_INPUT_FILES_H_
#define OFFPRINT_BUILD_INPUT_FILES_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/byte_stream.h"
#include "build/ingest.h"

namespace offprint {

// What the file system says of a file, times in nanoseconds since 1970.
struct InputFile {
  std::string name;
  uint64_t size = 0;
  int64_t modified = 0;
  int64_t changed = 0;  // of the inode: no program can set it back
  uint64_t inode = 0;
  // Of the content, where the file is so new that a further change may not show
  // in its times; else zero.
  Hash128 content;

  bool operator==(const InputFile&) const = default;
};

// What the file system says of the file, whose content is not looked at however
// new it is: for files that nobody else writes.
InputFile StampOf(const DigestPath& path);

// Looks at the files, to be called before they are read: what changes while
// they are read is seen by the next AreUnchanged.
std::vector<InputFile> LookAt(const std::vector<DigestPath>& paths);

// Whether a file that LookAt has just seen as `now` is as it was `before`.
bool IsUnchanged(const DigestPath& path, InputFile now,
                 const InputFile& before);

// Whether the files are as LookAt saw them.
bool AreUnchanged(const std::vector<DigestPath>& paths,
                  const std::vector<InputFile>& before);

void Write(const std::vector<InputFile>& files, ByteWriter* out);
std::vector<InputFile> ReadInputFiles(ByteReader* in);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_INPUT_FILES_H_
