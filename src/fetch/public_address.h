// Whether an address is one of the public internet. What texts name is asked
// for only there: a link must not make this machine talk to its neighbours.
#ifndef OFFPRINT_FETCH_PUBLIC_ADDRESS_H_
#define OFFPRINT_FETCH_PUBLIC_ADDRESS_H_

#include <sys/socket.h>

#include <string>

namespace offprint::fetch {

// Whether the address is globally reachable unicast by the registries of IANA
// (RFC 6890): not this machine, a private or shared network, a link, a group,
// documentation. IPv6 addresses that carry one of IPv4 are judged by that.
// Other families are never public.
bool IsPublicAddress(const sockaddr* address);

// False for a number that is not public, and for names that stand for this
// machine or its network by themselves: "localhost" and names below it
// (RFC 6761), ".local" (RFC 6762), ".internal", names without a dot. Of other
// names only their addresses can tell. `host` is as in Url.
bool MayBePublicHost(const std::string& host);

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_PUBLIC_ADDRESS_H_
