#ifndef OFFPRINT_SERVE_HOST_CHECK_H_
#define OFFPRINT_SERVE_HOST_CHECK_H_

#include <string_view>

namespace offprint::serve {

// Whether a request with that Host header is meant for a server that listens on
// `address`: names another site may have pointed here (DNS rebinding) are not.
// An IP address is, and "localhost"; a name is where the server listens for
// everyone and it has no dot, as in a local network.
bool IsOurHost(std::string_view host, std::string_view address);

}  // namespace offprint::serve

#endif  // OFFPRINT_SERVE_HOST_CHECK_H_
