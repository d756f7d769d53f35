// What is asked of a server, and what came of it.
#ifndef OFFPRINT_FETCH_HTTP_H_
#define OFFPRINT_FETCH_HTTP_H_

#include <chrono>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace offprint::fetch {

enum class Method { kGet, kHead, kPost };

struct Header {
  std::string name;
  std::string value;

  bool operator==(const Header&) const = default;
};

enum class BodyUse {
  kKeep,
  kLeave,  // the answer is over once its headers are there
};

struct Request {
  Method method = Method::kGet;
  std::string url;              // http or https, percent-encoded
  std::vector<Header> headers;  // besides User-Agent and Accept-Encoding
  std::string body = {};        // of kPost; its Content-Type is a header
  BodyUse body_use = BodyUse::kKeep;
};

// Why there is no answer, or none that can be used.
enum class Failure {
  kNone,
  kBadRequest,    // no http or https address, or a header that is none
  kRefused,       // an address that the options forbid to ask
  kNoHost,        // no such name, or no name server that knows
  kNoConnection,  // nobody takes the connection
  kTls,           // who answers cannot be trusted, or speaks no TLS
  kTimeout,       // too slow, at one of the limits of the options
  kLost,          // the connection broke off, or what came is no HTTP
  kRedirect,      // too many redirects, or one to what is no http address
  kTooLarge,      // more than the options take
  kBadBody,       // a compressed body that is damaged, cut off or of a form
                  // that was not asked for
  kCancelled,
};

struct Response {
  Failure failure = Failure::kNone;
  // What failed, in words that fit behind "the address could not be read: ";
  // empty for kNone.
  std::string message;
  // Of the last answer; 0 where there was none. Any status is an answer:
  // kNone says nothing about 404.
  int status = 0;
  std::vector<Header> headers;
  std::string body;  // decompressed; empty unless failure is kNone
  std::string url;   // that was asked last, behind all redirects
  int tries = 0;     // how often it was asked, redirects not counted
  // How long the server asks to be left alone (RFC 9110, 10.2.3).
  std::optional<std::chrono::seconds> retry_after;
};

// The value of the first header of that name, whose case does not matter.
std::optional<std::string_view> FindHeader(const std::vector<Header>& headers,
                                           std::string_view name);

// Sets the header, whether it is there or not.
void SetHeader(std::string_view name, std::string_view value,
               std::vector<Header>* headers);

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_HTTP_H_
