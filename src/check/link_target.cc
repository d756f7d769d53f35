#include "check/link_target.h"

#include <algorithm>
#include <charconv>
#include <vector>

#include "base/percent.h"
#include "base/text.h"
#include "base/web_address.h"

namespace offprint {
namespace {

constexpr size_t kNone = std::string_view::npos;

std::string ResolveEscapes(std::string_view text) {
  std::string out;
  for (size_t at = 0; at < text.size(); ++at) {
    uint8_t byte = 0;
    if (text[at] == '%' && at + 2 < text.size()) {
      const char* end = text.data() + at + 3;
      const auto [stop, error] = std::from_chars(end - 2, end, byte, 16);
      if (error == std::errc() && stop == end) {
        out += static_cast<char>(byte);
        at += 2;
        continue;
      }
    }
    out += text[at];
  }
  return out;
}

// Path and query with what an address cannot hold percent-encoded; what is
// encoded stays as it is. Line feeds and tabs go, as in browsers.
std::string EscapeRest(std::string_view rest) {
  constexpr std::string_view kNever = " \"<>`{}";
  std::string out;
  for (const char c : rest) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\n' || c == '\r' || c == '\t') continue;
    if (byte < 0x20 || byte >= 0x7F || kNever.find(c) != kNone) {
      AppendPercent(c, &out);
    } else {
      out += c;
    }
  }
  return out;
}

// Whether it begins with a scheme: "mailto:", "https:".
bool HasScheme(std::string_view reference) {
  const size_t colon = reference.find_first_of(":/?#");
  return colon != kNone && colon > 0 && reference[colon] == ':' &&
         IsAsciiAlpha(reference[0]);
}

// What follows the host of an address of the site's own; false for others.
bool TakeOwnHost(std::string_view url, std::string_view* reference) {
  if (reference->starts_with("//")) {
    url.remove_prefix(std::min(url.find("//"), url.size()));
  }
  if (url.empty() || !StartsWithIgnoreCase(*reference, url)) return false;
  const std::string_view rest = reference->substr(url.size());
  if (!rest.empty() && std::string_view("/?#").find(rest[0]) == kNone) {
    return false;
  }
  *reference = rest;
  return true;
}

// An absolute path without its "." and ".." and without its first "/".
std::string WithoutDots(std::string_view path) {
  std::vector<std::string_view> kept;
  const std::vector<std::string_view> parts = Split(path.substr(1), '/');
  for (size_t i = 0; i < parts.size(); ++i) {
    const bool is_dot = parts[i] == "." || parts[i] == "..";
    if (parts[i] == ".." && !kept.empty()) kept.pop_back();
    if (!is_dot) kept.push_back(parts[i]);
    if (is_dot && i + 1 == parts.size()) kept.emplace_back();
  }
  std::string out;
  for (size_t i = 0; i < kept.size(); ++i) {
    if (i > 0) out += '/';
    out += kept[i];
  }
  return out;
}

std::string_view FolderOf(std::string_view page) {
  const size_t slash = page.rfind('/');
  return slash == kNone ? std::string_view() : page.substr(0, slash + 1);
}

// The absolute path on the host.
std::string PathOnHost(std::string_view path, std::string_view page,
                       const SiteAddress& site, bool has_host) {
  if (path.starts_with('/')) return std::string(path);
  if (has_host) return "/";
  const std::string root = site.baseurl + "/";
  if (path.empty()) return root + std::string(page);
  return root + std::string(FolderOf(page)) + std::string(path);
}

}  // namespace

LinkTarget ResolveLink(std::string_view reference, std::string_view page,
                       const SiteAddress& site) {
  reference = Trim(reference);
  const bool has_host = HasScheme(reference) || reference.starts_with("//");
  if (has_host && !TakeOwnHost(site.url, &reference)) return {};
  LinkTarget target;
  const size_t hash = std::min(reference.find('#'), reference.size());
  if (hash < reference.size()) {
    target.fragment = ResolveEscapes(reference.substr(hash + 1));
  }
  const std::string_view path =
      reference.substr(0, std::min(hash, reference.find('?')));
  const std::string full = PathOnHost(path, page, site, has_host);
  target.path = ResolveEscapes(WithoutDots(full));
  const std::string root =
      site.baseurl.empty() ? "" : site.baseurl.substr(1) + "/";
  target.kind = LinkKind::kInsideSite;
  if (target.path + "/" == root) {
    target.path.clear();
  } else if (target.path.starts_with(root)) {
    target.path.erase(0, root.size());
  } else {
    target.kind = has_host ? LinkKind::kElsewhere : LinkKind::kBesideSite;
  }
  return target;
}

std::string ExternalAddress(std::string_view reference,
                            const SiteAddress& site) {
  reference = Trim(reference.substr(0, reference.find('#')));
  std::string address(reference);
  if (reference.starts_with("//")) {
    const bool is_plain = StartsWithIgnoreCase(site.url, "http://");
    address.insert(0, is_plain ? "http:" : "https:");
  }
  const size_t slashes = address.find("//");
  if (slashes == std::string::npos) return {};
  const size_t path = address.find_first_of("/?", slashes + 2);
  std::string encoded = address.substr(0, path);
  if (path != std::string::npos) {
    encoded += EscapeRest(std::string_view(address).substr(path));
  }
  return IsWebAddress(encoded) ? encoded : std::string();
}

}  // namespace offprint
