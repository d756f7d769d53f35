#include "liquid/address.h"

#include <optional>
#include <vector>

#include "base/char_set.h"
#include "base/percent.h"
#include "base/text.h"
#include "liquid/escape.h"

namespace offprint::liquid {
namespace {

// What stands for itself in the parts of an address (RFC 3986).
constexpr CharSet kInPath = CharSet::AlnumAnd("-._~!$&'()*+,;=:@/");
constexpr CharSet kInQuery = CharSet::AlnumAnd("-._~!$&'()*+,=:@/?");
constexpr CharSet kInFragment = CharSet::AlnumAnd("-._~!$&'()*+,;=:@/?");
constexpr CharSet kInHost = CharSet::AlnumAnd("-._~!$&'()*+,;=:[]@");
constexpr CharSet kUnreserved = CharSet::AlnumAnd("-._~");

// A part in its normal form: what is %XX but needs not be, as itself.
void AppendComponent(std::string_view text, const CharSet& set,
                     std::string* out) {
  if (set.HasAll(text)) {
    out->append(text);
    return;
  }
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (c == '%') {
      const std::string byte = PercentDecoded(text.substr(at, 3));
      if (byte.size() == 1) {
        if (kUnreserved.Has(byte[0])) {
          out->push_back(byte[0]);
        } else {
          AppendPercent(byte[0], out);
        }
        at += 2;
        continue;
      }
    }
    if (set.Has(c)) {
      out->push_back(c);
    } else {
      AppendPercent(c, out);
    }
  }
}

struct Address {
  std::string_view scheme;
  std::optional<std::string_view> authority;
  std::string_view path;
  std::string_view query;  // an empty one is none, as an empty fragment is
  std::string_view fragment;
};

size_t SchemeSize(std::string_view text) {
  if (text.empty() || !IsAsciiAlpha(text[0])) return 0;
  for (size_t i = 1; i < text.size(); ++i) {
    if (text[i] == ':') return i;
    const bool fits = IsAsciiAlpha(text[i]) || IsAsciiDigit(text[i]) ||
                      text[i] == '+' || text[i] == '-' || text[i] == '.';
    if (!fits) return 0;
  }
  return 0;
}

Address Split(std::string_view text) {
  Address address;
  if (const size_t hash = text.find('#'); hash != std::string_view::npos) {
    address.fragment = text.substr(hash + 1);
    text = text.substr(0, hash);
  }
  if (const size_t mark = text.find('?'); mark != std::string_view::npos) {
    address.query = text.substr(mark + 1);
    text = text.substr(0, mark);
  }
  if (const size_t scheme = SchemeSize(text)) {
    address.scheme = text.substr(0, scheme);
    text.remove_prefix(scheme + 1);
  }
  if (text.starts_with("//")) {
    const size_t slash = std::min(text.find('/', 2), text.size());
    address.authority = text.substr(2, slash - 2);
    text.remove_prefix(slash);
  }
  address.path = text;
  return address;
}

bool HasDots(std::string_view path) {
  return path.starts_with("./") || path.starts_with("../") || path == "." ||
         path == ".." || path.find("/.") != std::string_view::npos;
}

// RFC 3986, 5.2.4.
std::string WithoutDots(std::string_view path) {
  std::vector<std::string_view> kept;
  const std::vector<std::string_view> segments = offprint::Split(path, '/');
  for (size_t i = 0; i < segments.size(); ++i) {
    const bool last = i + 1 == segments.size();
    if (segments[i] == "." || segments[i] == "..") {
      if (segments[i] == ".." && kept.size() > 1) kept.pop_back();
      if (last) kept.emplace_back();
    } else {
      kept.push_back(segments[i]);
    }
  }
  std::string result;
  for (size_t i = 0; i < kept.size(); ++i) {
    if (i > 0) result.push_back('/');
    result.append(kept[i]);
  }
  return result;
}

std::string_view UsualPort(std::string_view scheme) {
  if (scheme == "http") return ":80";
  if (scheme == "https") return ":443";
  if (scheme == "ftp") return ":21";
  return {};
}

void AppendAuthority(std::string_view authority, std::string_view scheme,
                     std::string* out) {
  const size_t at = authority.rfind('@');
  const size_t host = at == std::string_view::npos ? 0 : at + 1;
  out->append("//").append(authority.substr(0, host));
  std::string name = AsciiLower(authority.substr(host));
  const std::string_view port = UsualPort(scheme);
  if (!port.empty() && name.ends_with(port)) {
    name.resize(name.size() - port.size());
  }
  if (name.ends_with(':')) name.pop_back();
  AppendComponent(name, kInHost, out);
}

}  // namespace

bool IsAbsoluteAddress(std::string_view text) { return SchemeSize(text) > 0; }

bool IsNormalPath(std::string_view address) {
  return address.starts_with('/') && !address.starts_with("//") &&
         kInPath.HasAll(address) && !HasDots(address);
}

void AppendNormalAddress(std::string_view text, std::string* out) {
  if (IsNormalPath(text)) {
    out->append(text);
    return;
  }
  const Address address = Split(text);
  const std::string scheme = AsciiLower(address.scheme);
  if (!scheme.empty()) out->append(scheme).push_back(':');
  if (address.authority) AppendAuthority(*address.authority, scheme, out);
  std::string path;
  AppendComponent(Trim(address.path), kInPath, &path);
  if (HasDots(path)) path = WithoutDots(path);
  if (path.empty() && address.authority && !scheme.empty()) {
    out->push_back('/');
  }
  out->append(path);
  if (!address.query.empty()) {
    out->push_back('?');
    AppendComponent(address.query, kInQuery, out);
  }
  if (!address.fragment.empty()) {
    out->push_back('#');
    AppendComponent(address.fragment, kInFragment, out);
  }
}

}  // namespace offprint::liquid
