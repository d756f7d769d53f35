// The parts of an address.
#ifndef OFFPRINT_FETCH_URL_H_
#define OFFPRINT_FETCH_URL_H_

#include <cstdint>
#include <optional>
#include <string>

namespace offprint::fetch {

struct Url {
  std::string scheme;  // "http" or "https"
  // In lower case; an IPv4 address in four decimal numbers however it was
  // written, an IPv6 one without brackets.
  std::string host;
  uint16_t port = 0;

  bool operator==(const Url&) const = default;
};

// Takes absolute http and https addresses (RFC 3986) as libcurl reads them,
// which is the one that asks; nothing for all others.
std::optional<Url> ParseUrl(const std::string& url);

// What a reference in a document at `base` leads to (RFC 3986, 5), without its
// fragment; nothing where that is no http or https address.
std::optional<std::string> ResolveUrl(const std::string& base,
                                      const std::string& reference);

// The last part of the address's path, percent-decoded: "a b.md"; empty where
// the path ends in "/".
std::string LastPathPart(const std::string& url);

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_URL_H_
