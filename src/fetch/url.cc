#include "fetch/url.h"

#include <curl/curl.h>

#include <charconv>
#include <memory>
#include <string_view>

#include "base/text.h"
#include "base/web_address.h"

namespace offprint::fetch {
namespace {

std::string PartOf(CURLU* url, CURLUPart part) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, CURLU_DEFAULT_PORT) != CURLUE_OK) {
    return {};
  }
  std::string copy = text;
  curl_free(text);
  return copy;
}

}  // namespace

std::optional<Url> ParseUrl(const std::string& url) {
  if (!IsWebAddress(url)) return std::nullopt;
  const std::unique_ptr<CURLU, decltype(&curl_url_cleanup)> parsed(
      curl_url(), &curl_url_cleanup);
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
    return std::nullopt;
  }
  Url parts;
  parts.scheme = AsciiLower(PartOf(parsed.get(), CURLUPART_SCHEME));
  parts.host = AsciiLower(PartOf(parsed.get(), CURLUPART_HOST));
  if (parts.host.starts_with('[') && parts.host.ends_with(']')) {
    parts.host = parts.host.substr(1, parts.host.size() - 2);
  }
  const std::string port = PartOf(parsed.get(), CURLUPART_PORT);
  std::from_chars(port.data(), port.data() + port.size(), parts.port);
  if (parts.host.empty() || parts.port == 0) return std::nullopt;
  return parts;
}

}  // namespace offprint::fetch
