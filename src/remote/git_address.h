// Which repositories git may be sent to.
#ifndef OFFPRINT_REMOTE_GIT_ADDRESS_H_
#define OFFPRINT_REMOTE_GIT_ADDRESS_H_

#include <string>

#include "fetch/options.h"

namespace offprint::remote {

// The transport of git that the address is of, by the name that git's settings
// have for it ("https", "http", "ssh", "file"); empty for all others, which run
// programs or are none.
std::string TransportOf(const std::string& address);

// The machine that it leads to; empty for "file" and what is no address.
std::string HostOf(const std::string& address);

// Why git may not be sent there, in words that fit behind "x: "; else empty.
// Names are looked up, as they may lead to a private network; git looks them
// up again, so whoever rules over the name server of a host in site.yml can
// still send it elsewhere.
std::string GitAddressProblem(const std::string& address, fetch::Reach reach);

}  // namespace offprint::remote

#endif  // OFFPRINT_REMOTE_GIT_ADDRESS_H_
