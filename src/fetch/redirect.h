// What a redirect makes of a request.
#ifndef OFFPRINT_FETCH_REDIRECT_H_
#define OFFPRINT_FETCH_REDIRECT_H_

#include <string>

#include "fetch/http.h"

namespace offprint::fetch {

// Whether the status sends to another address (RFC 9110, 15.4).
bool IsRedirect(int status);

// The request to follow an answer of that status with, at `url`: a POST becomes
// a GET as in browsers (fetch.spec.whatwg.org, HTTP-redirect fetch), and what
// is a secret between caller and host stays with that host. Both addresses are
// http or https.
Request Redirected(const Request& request, int status, const std::string& url);

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_REDIRECT_H_
