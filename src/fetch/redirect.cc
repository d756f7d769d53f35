#include "fetch/redirect.h"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/text.h"
#include "fetch/url.h"

namespace offprint::fetch {
namespace {

void Remove(std::initializer_list<std::string_view> names,
            std::vector<Header>* headers) {
  std::erase_if(*headers, [&](const Header& header) {
    return std::ranges::any_of(names, [&](std::string_view name) {
      return EqualsIgnoreCase(header.name, name);
    });
  });
}

}  // namespace

bool IsRedirect(int status) {
  return status == 301 || status == 302 || status == 303 || status == 307 ||
         status == 308;
}

Request Redirected(const Request& request, int status, const std::string& url) {
  Request next = request;
  next.url = url;
  const bool becomes_get = status != 307 && status != 308;
  if (request.method == Method::kPost && becomes_get) {
    next.method = Method::kGet;
    next.body.clear();
    Remove({"Content-Type", "Content-Encoding", "Content-Language"},
           &next.headers);
  }
  if (ParseUrl(request.url) != ParseUrl(url)) {
    Remove({"Authorization", "Cookie", "Proxy-Authorization", "X-Api-Key",
            "Api-Key"},
           &next.headers);
  }
  return next;
}

}  // namespace offprint::fetch
