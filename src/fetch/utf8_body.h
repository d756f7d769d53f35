// Answers as UTF-8.
#ifndef OFFPRINT_FETCH_UTF8_BODY_H_
#define OFFPRINT_FETCH_UTF8_BODY_H_

#include <string>

#include "fetch/http.h"

namespace offprint::fetch {

// The body of an answer as UTF-8. What is UTF-8 is taken for that, whatever the
// header Content-Type or the XML declaration calls it; else Latin-1 where one
// of them says so; else each byte that is none becomes U+FFFD.
std::string Utf8Body(const Response& response);

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_UTF8_BODY_H_
