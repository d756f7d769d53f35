// The proxies that the environment names.
#ifndef OFFPRINT_FETCH_PROXIES_H_
#define OFFPRINT_FETCH_PROXIES_H_

#include <string>

#include "fetch/url.h"

namespace offprint::fetch {

// Addresses of proxies, empty for none.
struct Proxies {
  std::string http;
  std::string https;
  // Hosts to be asked without one: names, each of which stands for those below
  // it too, separated by commas or blanks; "*" is all.
  std::string without;
};

// By the variables that curl(1) takes: http_proxy (in lower case alone, which
// a CGI program cannot be made to have), https_proxy and HTTPS_PROXY,
// all_proxy and ALL_PROXY for either, no_proxy and NO_PROXY.
Proxies ProxiesOfEnvironment();

// The proxy for an address, or an empty text.
std::string ProxyFor(const Proxies& proxies, const Url& url);

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_PROXIES_H_
