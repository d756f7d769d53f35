// Where a link leads, seen from a page of a site.
#ifndef OFFPRINT_CHECK_LINK_TARGET_H_
#define OFFPRINT_CHECK_LINK_TARGET_H_

#include <string>
#include <string_view>

namespace offprint {

// Where a site lives.
struct SiteAddress {
  std::string url;      // "https://example.org", or empty
  std::string baseurl;  // "/papers", or empty
};

enum class LinkKind {
  kElsewhere,   // another host or protocol, or an address in full
  kBesideSite,  // a path on the same host, but not below the base URL
  kInsideSite,
};

struct LinkTarget {
  LinkKind kind = LinkKind::kElsewhere;
  // Both with their %-escapes resolved. The path is relative to the site's
  // root, or to the host's for kBesideSite; that of a folder is empty or ends
  // in "/".
  std::string path;
  std::string fragment;
};

// Resolves the reference (RFC 3986, 5.2) on the page of that path in the site,
// as "days/2026-01-23/index.html".
LinkTarget ResolveLink(std::string_view reference, std::string_view page,
                       const SiteAddress& site);

// The address to ask whether a reference that leads elsewhere leads to
// something: http or https, in full, percent-encoded as browsers do it, and
// without its fragment, which no server sees. Empty for other protocols.
std::string ExternalAddress(std::string_view reference,
                            const SiteAddress& site);

}  // namespace offprint

#endif  // OFFPRINT_CHECK_LINK_TARGET_H_
