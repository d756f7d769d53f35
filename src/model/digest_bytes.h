// A digest as bytes, for files that this program alone reads.
#ifndef OFFPRINT_MODEL_DIGEST_BYTES_H_
#define OFFPRINT_MODEL_DIGEST_BYTES_H_

#include <memory>
#include <string>
#include <string_view>

#include "base/byte_stream.h"
#include "base/mapped_file.h"
#include "model/digest.h"

namespace offprint {

// All of it but the text of its source file, of which it has slices: to `texts`
// what need not stay in memory (authors, excerpts, sections), everything else
// to `out`.
void Write(const Digest& digest, ByteWriter* out, std::string* texts);

// What was written, with slices of its pool and of `texts`, which lies in
// `file` and is not looked at. Bytes that are none of Write's, or of other
// texts, make a digest of no use (ByteReader::good).
Digest ReadDigestBytes(std::shared_ptr<const MappedFile> file,
                       std::string_view texts, ByteReader* in);

}  // namespace offprint

#endif  // OFFPRINT_MODEL_DIGEST_BYTES_H_
