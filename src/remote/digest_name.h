// What a digest of others is called in the folder of its source. Names come
// from addresses and repositories, so from people whom nobody vouches for.
#ifndef OFFPRINT_REMOTE_DIGEST_NAME_H_
#define OFFPRINT_REMOTE_DIGEST_NAME_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"

namespace offprint::remote {

// Whether the name ends as that of a digest does: .md, .markdown, .txt.
bool HasDigestEnding(std::string_view name);

// A name for the digest at an address: the slug of the last part of its path,
// with the ending that it has, or .md. Where neither has a date, that of the
// path comes before it, else `day`: "2026-01-23-digest.md".
std::string DigestNameOf(const std::string& url, std::optional<Date> day);

// The same for one that another address has the plain name of: the address's
// hash stands in it.
std::string DistinctNameOf(const std::string& url, std::optional<Date> day);

// Why a file of that path in a repository is not taken.
enum class PathVerdict {
  kTaken,
  kNoDigest,  // another ending, or a name that builds leave out ("_x", ".x")
  kUnfit,     // one that is no name here: "..", a back-slash, no UTF-8 …
};
PathVerdict JudgePath(std::string_view path);

}  // namespace offprint::remote

#endif  // OFFPRINT_REMOTE_DIGEST_NAME_H_
