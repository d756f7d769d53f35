// What `offprint inspect` prints of a digest.
#ifndef OFFPRINT_READERS_INSPECT_H_
#define OFFPRINT_READERS_INSPECT_H_

#include <string>
#include <vector>

#include "base/diagnostics.h"
#include "model/digest.h"

namespace offprint {

// Appends a JSON object on one line, without a newline at its end: the digest
// as its reader understood it, and the diagnostics of its file. Absent values
// are null; `sections` has those that the entry has, in file order.
void AppendInspectJson(const Digest& digest,
                       const std::vector<Diagnostic>& diagnostics,
                       std::string* out);

}  // namespace offprint

#endif  // OFFPRINT_READERS_INSPECT_H_
