// Requests and answers of HTTP, as the preview knows them.
#ifndef OFFPRINT_SERVE_HTTP_H_
#define OFFPRINT_SERVE_HTTP_H_

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/text.h"
#include "base/unique_fd.h"

namespace offprint::serve {

struct Request {
  std::string method;  // "GET"
  std::string path;    // as sent: percent-encoded, without the query
  // By their names in lower case; of several with one name the last.
  std::map<std::string, std::string, std::less<>> headers;

  // The header of that name in lower case, or an empty text.
  std::string_view Header(std::string_view name) const {
    const auto found = headers.find(name);
    return found != headers.end() ? std::string_view(found->second)
                                  : std::string_view();
  }
};

struct Response {
  int status = 200;
  std::vector<std::pair<std::string, std::string>> headers;
  std::string body;
  // Where it is valid the body is `file_size` bytes of the file from
  // `file_offset` on.
  UniqueFd file;
  uint64_t file_offset = 0;
  uint64_t file_size = 0;
  // The answer stays open and brings what EventHub is given.
  bool is_events = false;
};

}  // namespace offprint::serve

#endif  // OFFPRINT_SERVE_HTTP_H_
