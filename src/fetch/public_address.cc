#include "fetch/public_address.h"

#include <arpa/inet.h>
#include <netinet/in.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace offprint::fetch {
namespace {

struct Block4 {
  uint32_t first;
  int bits;
};

// www.iana.org/assignments/iana-ipv4-special-registry, and multicast.
constexpr Block4 kNotPublic4[] = {
    {0x00000000, 8},   // this network
    {0x0A000000, 8},   // private
    {0x64400000, 10},  // shared
    {0x7F000000, 8},   // loopback
    {0xA9FE0000, 16},  // link
    {0xAC100000, 12},  // private
    {0xC0000000, 24},  // protocols
    {0xC0000200, 24},  // documentation
    {0xC0586300, 24},  // 6to4 relays
    {0xC0A80000, 16},  // private
    {0xC6120000, 15},  // benchmarks
    {0xC6336400, 24},  // documentation
    {0xCB007100, 24},  // documentation
    {0xE0000000, 4},   // groups
    {0xF0000000, 4},   // reserved
};

bool IsPublic4(uint32_t address) {
  return std::ranges::none_of(kNotPublic4, [&](const Block4& block) {
    return ((address ^ block.first) >> (32 - block.bits)) == 0;
  });
}

using Bytes6 = std::array<uint8_t, 16>;

bool BeginsWith(const Bytes6& address, std::initializer_list<uint8_t> bytes) {
  return std::equal(bytes.begin(), bytes.end(), address.begin());
}

uint32_t Embedded4(const Bytes6& address, size_t at) {
  return uint32_t{address[at]} << 24 | uint32_t{address[at + 1]} << 16 |
         uint32_t{address[at + 2]} << 8 | uint32_t{address[at + 3]};
}

// www.iana.org/assignments/iana-ipv6-special-registry: what is public lies in
// 2000::/3, but for the carriers of IPv4.
bool IsPublic6(const Bytes6& address) {
  const bool mapped =
      BeginsWith(address, {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF});
  const bool nat64 =
      BeginsWith(address, {0, 0x64, 0xFF, 0x9B, 0, 0, 0, 0, 0, 0, 0, 0});
  if (mapped || nat64) return IsPublic4(Embedded4(address, 12));
  if (BeginsWith(address, {0x20, 0x02})) {  // 6to4
    return IsPublic4(Embedded4(address, 2));
  }
  // 2001::/23 (Teredo and other protocols) and documentation.
  if (BeginsWith(address, {0x20, 0x01}) && address[2] < 2) return false;
  if (BeginsWith(address, {0x20, 0x01, 0x0D, 0xB8})) return false;
  if (BeginsWith(address, {0x3F, 0xFF}) && address[2] < 0x10) return false;
  return (address[0] & 0xE0) == 0x20;
}

bool EndsWith(std::string_view host, std::string_view name) {
  return host.ends_with(name) && (host.size() == name.size() ||
                                  host[host.size() - name.size() - 1] == '.');
}

}  // namespace

bool IsPublicAddress(const sockaddr* address) {
  if (address->sa_family == AF_INET) {
    sockaddr_in in = {};
    std::memcpy(&in, address, sizeof in);
    return IsPublic4(ntohl(in.sin_addr.s_addr));
  }
  if (address->sa_family == AF_INET6) {
    sockaddr_in6 in = {};
    std::memcpy(&in, address, sizeof in);
    return IsPublic6(std::to_array(in.sin6_addr.s6_addr));
  }
  return false;
}

bool MayBePublicHost(const std::string& host) {
  const std::string number = host.substr(0, host.find('%'));  // without a zone
  in_addr four = {};
  if (inet_pton(AF_INET, number.c_str(), &four) == 1) {
    return IsPublic4(ntohl(four.s_addr));
  }
  in6_addr six = {};
  if (inet_pton(AF_INET6, number.c_str(), &six) == 1) {
    return IsPublic6(std::to_array(six.s6_addr));
  }
  std::string_view name = host;
  if (name.ends_with('.')) name.remove_suffix(1);
  if (name.find('.') == std::string_view::npos) return false;
  return !EndsWith(name, "localhost") && !EndsWith(name, "local") &&
         !EndsWith(name, "internal");
}

}  // namespace offprint::fetch
