// What the services that know papers are asked, and how they tell.
#ifndef OFFPRINT_LOOKUP_SERVICES_H_
#define OFFPRINT_LOOKUP_SERVICES_H_

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>

#include "model/metadata.h"

namespace offprint::lookup {

// Addresses, none of which ends in "/".
struct Services {
  std::string arxiv_api;
  std::string biorxiv_api;
  std::string doi;
};

// What comes of the papers asked for: of each, one of the three, once; none of
// those that were not asked for when the run was cancelled. All that comes is
// tidy (metadata/tidy.h).
struct Listener {
  std::function<void(Metadata)> found;
  // The services have answered, and know no such paper.
  std::function<void(const PaperId&)> unknown;
  // No answer that can be used; `why` fits behind "2601.02360: ".
  std::function<void(const PaperId&, const std::string& why)> failed;
  // After each answer of a server, when what came with it has been told.
  std::function<void()> answered;
  // Before each request.
  std::function<void()> asking;
};

// The text as a part of an address (RFC 3986): all but letters, digits, "-",
// ".", "_", "~" and "/" percent-encoded.
std::string EncodePath(std::string_view text);

}  // namespace offprint::lookup

#endif  // OFFPRINT_LOOKUP_SERVICES_H_
