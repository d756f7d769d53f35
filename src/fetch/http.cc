#include "fetch/http.h"

#include <algorithm>

#include "base/text.h"

namespace offprint::fetch {

std::optional<std::string_view> FindHeader(const std::vector<Header>& headers,
                                           std::string_view name) {
  const auto found = std::ranges::find_if(headers, [&](const Header& header) {
    return EqualsIgnoreCase(header.name, name);
  });
  if (found == headers.end()) return std::nullopt;
  return found->value;
}

void SetHeader(std::string_view name, std::string_view value,
               std::vector<Header>* headers) {
  std::erase_if(*headers, [&](const Header& header) {
    return EqualsIgnoreCase(header.name, name);
  });
  headers->push_back({std::string(name), std::string(value)});
}

}  // namespace offprint::fetch
