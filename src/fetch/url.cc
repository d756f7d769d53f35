#include "fetch/url.h"

#include <curl/curl.h>

#include <charconv>
#include <memory>
#include <string_view>

#include "base/text.h"
#include "base/web_address.h"

namespace offprint::fetch {
namespace {

using Handle = std::unique_ptr<CURLU, decltype(&curl_url_cleanup)>;

Handle MakeHandle() { return {curl_url(), &curl_url_cleanup}; }

std::string PartOf(CURLU* url, CURLUPart part,
                   unsigned flags = CURLU_DEFAULT_PORT) {
  char* text = nullptr;
  if (curl_url_get(url, part, &text, flags) != CURLUE_OK) return {};
  std::string copy = text;
  curl_free(text);
  return copy;
}

}  // namespace

std::optional<Url> ParseUrl(const std::string& url) {
  if (!IsWebAddress(url)) return std::nullopt;
  const Handle parsed = MakeHandle();
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

std::optional<std::string> ResolveUrl(const std::string& base,
                                      const std::string& reference) {
  const Handle url = MakeHandle();
  if (curl_url_set(url.get(), CURLUPART_URL, base.c_str(), 0) != CURLUE_OK ||
      curl_url_set(url.get(), CURLUPART_URL, reference.c_str(), 0) !=
          CURLUE_OK) {
    return std::nullopt;
  }
  curl_url_set(url.get(), CURLUPART_FRAGMENT, nullptr, 0);
  std::string resolved = PartOf(url.get(), CURLUPART_URL, 0);
  if (!ParseUrl(resolved)) return std::nullopt;
  return resolved;
}

std::string LastPathPart(const std::string& url) {
  const Handle parsed = MakeHandle();
  if (curl_url_set(parsed.get(), CURLUPART_URL, url.c_str(), 0) != CURLUE_OK) {
    return {};
  }
  const std::string path = PartOf(parsed.get(), CURLUPART_PATH, 0);
  // Parted first: "%2F" in a name is no end of it.
  const std::string last = path.substr(path.rfind('/') + 1);
  int size = 0;
  const std::unique_ptr<char, decltype(&curl_free)> plain(
      curl_easy_unescape(nullptr, last.c_str(), static_cast<int>(last.size()),
                         &size),
      &curl_free);
  if (plain == nullptr) return {};
  return {plain.get(), static_cast<size_t>(size)};
}

}  // namespace offprint::fetch
