#include "publish/custom_domain.h"

#include <algorithm>

#include "base/text.h"

namespace offprint {

std::string CustomDomain(std::string_view url, std::string_view baseurl) {
  constexpr std::string_view kSlashes = "://";
  const size_t start = url.find(kSlashes);
  if (!baseurl.empty() || start == std::string_view::npos) return {};
  url.remove_prefix(start + kSlashes.size());
  std::string host = AsciiLower(url.substr(0, url.find('/')));
  const size_t dot = host.rfind('.');
  const bool has_name =
      dot != std::string::npos &&
      host.find_first_of(":[@") == std::string::npos &&
      std::any_of(host.begin() + static_cast<std::ptrdiff_t>(dot), host.end(),
                  IsAsciiAlpha);
  if (!has_name || host.ends_with(".github.io")) return {};
  return host;
}

}  // namespace offprint
