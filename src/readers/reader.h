// From a file to a digest: which dialect it is written in, and what it says.
#ifndef OFFPRINT_READERS_READER_H_
#define OFFPRINT_READERS_READER_H_

#include <optional>

#include "base/diagnostics.h"
#include "base/source_file.h"
#include "model/digest.h"

namespace offprint {

// The dialect that the file's content is written in, whatever its name;
// kGeneric where none of the five fits.
Dialect DetectDialect(const SourceFile& file);

// Reads the whole file, in time linear in its size. Never fails: what cannot
// be read is a diagnostic at its place, and the rest is still read. A file that
// holds no papers yields none, without a diagnostic. The date comes from the
// content, else from the front matter, else from the file's name.
Digest ReadDigest(SourceFile file, std::optional<Dialect> forced,
                  Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_READERS_READER_H_
