// Digests of others, as "sources" of site.yml names them.
#ifndef OFFPRINT_CONFIG_REMOTE_SOURCE_H_
#define OFFPRINT_CONFIG_REMOTE_SOURCE_H_

#include <optional>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostics.h"

namespace offprint {

// The folder, below that of the digests, that digests of others lie in.
inline constexpr std::string_view kRemoteFolder = "remote";

enum class RemoteKind {
  kUrl,    // one digest
  kFeed,   // Atom or RSS, whose entries link to digests or hold them
  kDated,  // a digest a day, at an address with its date
  kGit,    // a repository of digests
};

struct RemoteSource {
  std::string name;  // a slug: the folder content/remote/<name>/
  RemoteKind kind = RemoteKind::kUrl;
  // http or https without name and password, of kGit whatever git takes but
  // for its remote helpers; of kDated with the placeholders of AddressOn().
  std::string address;
  std::string title;  // what readers are told; the name where none is given
  std::string link;   // where they are sent to: https, or empty
  std::optional<Date> from;  // of kDated: the first day, and the last
  std::optional<Date> to;
  std::string folder;  // of kGit: relative, "" for all of it
  std::string branch;  // of kGit: "" for the one that the repository names
  SourceLocation place;
};

// The address with the day in the place of {date} (2026-01-23), {year},
// {month} and {day} (2026, 01, 23).
std::string AddressOn(std::string_view pattern, Date day);

// What is wrong with a pattern of dated addresses, to stand behind its name;
// empty where nothing is.
std::string DatedProblem(std::string_view pattern);

// Whether a digest of that name (from the site's folder) is one of others:
// whether it lies below remote/ in the folder `content` of the settings.
bool IsRemoteDigest(std::string_view content, std::string_view file);

// The name of the source that such a digest comes from; else empty.
std::string_view RemoteNameOf(std::string_view content, std::string_view file);

}  // namespace offprint

#endif  // OFFPRINT_CONFIG_REMOTE_SOURCE_H_
