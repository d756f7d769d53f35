#include "serve/host_check.h"

#include <arpa/inet.h>

#include <string>

namespace offprint::serve {
namespace {

bool IsIpAddress(const std::string& text) {
  in6_addr address{};
  return inet_pton(AF_INET, text.c_str(), &address) == 1 ||
         inet_pton(AF_INET6, text.c_str(), &address) == 1;
}

bool IsLoopback(std::string_view address) {
  return address.starts_with("127.") || address == "::1";
}

// Without the port, and without the brackets of IPv6.
std::string NameIn(std::string_view host) {
  if (host.starts_with('['))
    return std::string(host.substr(1, host.find(']') - 1));
  return std::string(host.substr(0, host.find(':')));
}

}  // namespace

bool IsOurHost(std::string_view host, std::string_view address) {
  const std::string name = NameIn(host);
  if (name == "localhost" || name.ends_with(".localhost")) return true;
  if (IsLoopback(address)) return IsIpAddress(name) && IsLoopback(name);
  return IsIpAddress(name) ||
         (!name.empty() && name.find('.') == std::string::npos);
}

}  // namespace offprint::serve
