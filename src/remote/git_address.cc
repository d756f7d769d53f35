#include "remote/git_address.h"

#include <netdb.h>
#include <sys/socket.h>

#include <memory>
#include <string_view>

#include "base/text.h"
#include "fetch/public_address.h"
#include "fetch/url.h"

namespace offprint::remote {
namespace {

// "git@example.org:name/repository", which has no "/" before its colon
// (git-clone(1), GIT URLS).
bool IsShortSsh(std::string_view address) {
  const size_t colon = address.find(':');
  return colon != std::string_view::npos && colon > 0 &&
         address.find('/') > colon && address.substr(colon, 2) != "::";
}

// Of "user@host:port/path", without what is not the host.
std::string HostIn(std::string_view rest) {
  rest = rest.substr(0, rest.find('/'));
  rest = rest.substr(rest.rfind('@') + 1);  // npos + 1 is 0
  if (rest.starts_with('[')) {
    return AsciiLower(rest.substr(1, rest.find(']') - 1));
  }
  return AsciiLower(rest.substr(0, rest.find(':')));
}

struct FreeAddresses {
  void operator()(addrinfo* list) const { freeaddrinfo(list); }
};

// Whether no address of the name is one of a private network. A name that is
// not found is git's to tell of.
bool LeadsToPublic(const std::string& host) {
  if (!fetch::MayBePublicHost(host)) return false;
  addrinfo* found = nullptr;
  if (getaddrinfo(host.c_str(), nullptr, nullptr, &found) != 0) return true;
  const std::unique_ptr<addrinfo, FreeAddresses> list(found);
  for (const addrinfo* at = found; at != nullptr; at = at->ai_next) {
    if (!fetch::IsPublicAddress(at->ai_addr)) return false;
  }
  return true;
}

}  // namespace

std::string TransportOf(const std::string& address) {
  for (const char* scheme : {"https", "http", "ssh", "file"}) {
    if (StartsWithIgnoreCase(address, std::string(scheme) + "://")) {
      return scheme;
    }
  }
  if (address.find("://") != std::string::npos) return {};
  if (address.starts_with('/')) return "file";
  return IsShortSsh(address) ? "ssh" : "";
}

std::string HostOf(const std::string& address) {
  const std::string transport = TransportOf(address);
  if (transport == "https" || transport == "http") {
    const auto url = fetch::ParseUrl(address);
    return url ? url->host : "";
  }
  if (transport != "ssh") return {};
  const size_t scheme = address.find("://");
  return HostIn(scheme == std::string::npos
                    ? std::string_view(address)
                    : std::string_view(address).substr(scheme + 3));
}

std::string GitAddressProblem(const std::string& address, fetch::Reach reach) {
  const std::string transport = TransportOf(address);
  if (transport.empty()) {
    return "it is no address of a repository; write one like "
           "https://github.com/NAME/REPOSITORY or "
           "git@github.com:NAME/REPOSITORY";
  }
  if (reach == fetch::Reach::kAnywhere) return {};
  if (transport == "file") {
    return "a repository on this machine is read only with "
           "--allow-private-addresses";
  }
  const std::string host = HostOf(address);
  if (host.empty() || !LeadsToPublic(host)) {
    return "it leads to this machine or a private network, which is asked only "
           "with --allow-private-addresses";
  }
  return {};
}

}  // namespace offprint::remote
