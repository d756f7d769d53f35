#include "fetch/proxies.h"

#include <algorithm>
#include <cstdlib>
#include <initializer_list>
#include <string_view>

#include "base/text.h"

namespace offprint::fetch {
namespace {

// The first that is set to something.
std::string FirstOf(std::initializer_list<const char*> names) {
  for (const char* name : names) {
    const char* value = std::getenv(name);
    if (value != nullptr && *value != '\0') return value;
  }
  return {};
}

bool IsBelow(std::string_view host, std::string_view name) {
  if (name.starts_with('.')) name.remove_prefix(1);
  if (name.empty() || host.size() < name.size()) return false;
  const size_t rest = host.size() - name.size();
  return EqualsIgnoreCase(host.substr(rest), name) &&
         (rest == 0 || host[rest - 1] == '.');
}

}  // namespace

Proxies ProxiesOfEnvironment() {
  return {FirstOf({"http_proxy", "all_proxy", "ALL_PROXY"}),
          FirstOf({"https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY"}),
          FirstOf({"no_proxy", "NO_PROXY"})};
}

std::string ProxyFor(const Proxies& proxies, const Url& url) {
  std::string without = proxies.without;
  std::ranges::replace(without, ' ', ',');
  for (const std::string_view name : Split(without, ',')) {
    if (name == "*" || IsBelow(url.host, name)) return {};
  }
  return url.scheme == "https" ? proxies.https : proxies.http;
}

}  // namespace offprint::fetch
