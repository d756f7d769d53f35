// A digest as bytes, for files that this program alone reads.
#ifndef OFFPRINT_MODEL_DIGEST_BYTES_H_
#define OFFPRINT_MODEL_DIGEST_BYTES_H_

#include <memory>

#include "base/byte_stream.h"
#include "base/mapped_file.h"
#include "model/digest.h"

namespace offprint {

// All of it but the text of its source file, of which it has slices.
void Write(const Digest& digest, ByteWriter* out);

// What was written; its sections are slices of the bytes, which lie in `file`.
// Bytes that are none of Write's make a digest of no use (ByteReader::good).
Digest ReadDigestBytes(std::shared_ptr<const MappedFile> file, ByteReader* in);

}  // namespace offprint

#endif  // OFFPRINT_MODEL_DIGEST_BYTES_H_
