// Whether what came is a digest, and what it says.
#ifndef OFFPRINT_REMOTE_DIGEST_TEXT_H_
#define OFFPRINT_REMOTE_DIGEST_TEXT_H_

#include <cstddef>
#include <string>
#include <string_view>

namespace offprint::remote {

// Bytes that a digest may have, as it came.
inline constexpr size_t kMostDigest = size_t{8} << 20;
inline constexpr const char* kMostDigestText = "8 MiB";

struct DigestText {
  std::string text;  // UTF-8 without a byte order mark; empty with a problem
  // Why this is no digest, in words that fit behind "x: "; else empty.
  std::string problem;
};

// Takes a body and its Content-Type (RFC 9110, 8.3), empty where nobody says.
// The characters are those that a byte order mark tells, else the charset of
// the Content-Type, else UTF-8. HTML, other media than text, bytes that are no
// such characters, zeros, and texts without a word are refused.
DigestText ReadDigestText(std::string bytes, std::string_view content_type);

}  // namespace offprint::remote

#endif  // OFFPRINT_REMOTE_DIGEST_TEXT_H_
