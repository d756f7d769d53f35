// HTTP/1.1 (through libmicrohttpd).
#ifndef OFFPRINT_SERVE_HTTP_SERVER_H_
#define OFFPRINT_SERVE_HTTP_SERVER_H_

#include <cstdint>
#include <functional>
#include <memory>
#include <string>

#include "serve/event_hub.h"
#include "serve/http.h"

namespace offprint::serve {

// Answers requests on a thread of its own until it dies. A client that is slow
// or silent is left after half a minute; what is no HTTP is refused.
class HttpServer {
 public:
  // Called on the server's thread.
  using Handler = std::function<Response(const Request&)>;

  // Listens on the port of the address, or, where that is taken, on the next
  // one that is free, of `ports` in all. The hub outlives this. Throws an
  // EnvironmentError where there is no such address or port.
  HttpServer(const std::string& address, uint16_t port, int ports,
             EventHub& hub, Handler handler);
  ~HttpServer();
  HttpServer(const HttpServer&) = delete;
  HttpServer& operator=(const HttpServer&) = delete;

  // The port that it listens on.
  uint16_t port() const;

 private:
  class Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace offprint::serve

#endif  // OFFPRINT_SERVE_HTTP_SERVER_H_
