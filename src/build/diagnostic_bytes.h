// Diagnostics as bytes, for files that this program alone reads.
#ifndef OFFPRINT_BUILD_DIAGNOSTIC_BYTES_H_
#define OFFPRINT_BUILD_DIAGNOSTIC_BYTES_H_

#include <vector>

#include "base/byte_stream.h"
#include "base/diagnostics.h"

namespace offprint {

void Write(const std::vector<Diagnostic>& diagnostics, ByteWriter* out);
std::vector<Diagnostic> ReadDiagnostics(ByteReader* in);

}  // namespace offprint

#endif  // OFFPRINT_BUILD_DIAGNOSTIC_BYTES_H_
