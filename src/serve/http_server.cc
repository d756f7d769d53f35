#include "serve/http_server.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstring>
#include <memory>
#include <mutex>
#include <utility>

#include "base/diagnostics.h"

namespace offprint::serve {
namespace {

constexpr unsigned kTimeout = 30;  // seconds
// Of a request's head, with its address: more is answered with an error.
constexpr size_t kHeadMost = size_t{32} * 1024;
constexpr unsigned kConnections = 16'000;
constexpr size_t kBlock = size_t{32} * 1024;

struct Address {
  sockaddr_storage storage = {};
  socklen_t size = 0;
};

// An IP address of either kind; false for what is none.
bool ParseAddress(const std::string& text, uint16_t port, Address* address) {
  auto* four = reinterpret_cast<sockaddr_in*>(&address->storage);
  if (inet_pton(AF_INET, text.c_str(), &four->sin_addr) == 1) {
    four->sin_family = AF_INET;
    four->sin_port = htons(port);
    address->size = sizeof *four;
    return true;
  }
  auto* six = reinterpret_cast<sockaddr_in6*>(&address->storage);
  if (inet_pton(AF_INET6, text.c_str(), &six->sin6_addr) == 1) {
    six->sin6_family = AF_INET6;
    six->sin6_port = htons(port);
    address->size = sizeof *six;
    return true;
  }
  return false;
}

// A socket that listens, or an invalid one with errno set.
UniqueFd Listen(const Address& address) {
  UniqueFd fd(socket(address.storage.ss_family,
                     SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
  const int yes = 1;
  setsockopt(fd.get(), SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
  const auto* generic = reinterpret_cast<const sockaddr*>(&address.storage);
  if (bind(fd.get(), generic, address.size) != 0 ||
      listen(fd.get(), SOMAXCONN) != 0) {
    return UniqueFd();
  }
  return fd;
}

MHD_Result AddHeader(void* headers, MHD_ValueKind /*kind*/, const char* name,
                     const char* value) {
  std::string lower(name);
  std::ranges::transform(lower, lower.begin(), [](char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  });
  auto& map = *static_cast<decltype(Request::headers)*>(headers);
  map.insert_or_assign(std::move(lower), value != nullptr ? value : "");
  return MHD_YES;
}

// Addresses stay as they were sent: who finds files decodes them, once.
size_t LeaveEncoded(void* /*context*/, MHD_Connection* /*connection*/,
                    char* text) {
  return std::strlen(text);
}

// An answer that stays open, for one listener. While it has nothing to send its
// connection is suspended, and lives until somebody resumes it.
struct OpenAnswer {
  OpenAnswer(EventHub& events, MHD_Connection* asked, std::atomic<bool>& stop)
      : hub(events), connection(asked), stopping(stop) {}

  void Wake() {
    const std::lock_guard lock(mutex);
    if (std::exchange(suspended, false)) MHD_resume_connection(connection);
  }

  EventHub& hub;
  MHD_Connection* connection;
  std::atomic<bool>& stopping;
  EventHub::Listener listener = 0;
  std::string bytes;  // taken and not yet sent
  std::mutex mutex;
  bool suspended = false;
};

// What the server holds of it: a wake may come after it was closed.
using HeldAnswer = std::shared_ptr<OpenAnswer>;

ssize_t NextEvents(void* held, uint64_t /*position*/, char* buffer,
                   size_t most) {
  OpenAnswer& answer = **static_cast<HeldAnswer*>(held);
  if (answer.stopping) return MHD_CONTENT_READER_END_OF_STREAM;
  const std::lock_guard lock(answer.mutex);
  if (answer.bytes.empty()) answer.bytes = answer.hub.Take(answer.listener);
  if (answer.bytes.empty()) {
    answer.suspended = true;
    MHD_suspend_connection(answer.connection);
    return 0;
  }
  const size_t size = std::min(most, answer.bytes.size());
  answer.bytes.copy(buffer, size);
  answer.bytes.erase(0, size);
  return static_cast<ssize_t>(size);
}

void CloseEvents(void* held) {
  const std::unique_ptr<HeldAnswer> answer(static_cast<HeldAnswer*>(held));
  (*answer)->hub.Leave((*answer)->listener);
}

}  // namespace

class HttpServer::Impl {
 public:
  Impl(EventHub& hub, Handler handler)
      : hub_(hub), handler_(std::move(handler)) {}

  ~Impl() {
    stopping_ = true;
    if (daemon_ == nullptr) return;
    hub_.Send("bye", "");  // wakes what is suspended
    MHD_stop_daemon(daemon_);
  }

  void Start(const std::string& text, uint16_t port, int ports) {
    UniqueFd socket;
    for (int i = 0; i < ports && !socket.valid(); ++i) {
      port_ = static_cast<uint16_t>(port + i);
      Address address;
      if (!ParseAddress(text, port_, &address)) {
        throw EnvironmentError("\"" + text +
                               "\" is no IP address to listen on, such as "
                               "127.0.0.1 or 0.0.0.0");
      }
      socket = Listen(address);
      if (!socket.valid() && errno != EADDRINUSE) break;
    }
    if (!socket.valid()) {
      const bool is_elsewhere = errno == EADDRNOTAVAIL;
      throw EnvironmentError(
          "cannot listen on " + text + ", port " + std::to_string(port_) +
          ": " + std::strerror(errno) +
          (is_elsewhere ? "; --host is an address of this machine"
                        : "; choose another --port"));
    }
    daemon_ = MHD_start_daemon(
        MHD_USE_EPOLL_INTERNAL_THREAD | MHD_ALLOW_SUSPEND_RESUME, 0, nullptr,
        nullptr, &Impl::Answer, this, MHD_OPTION_LISTEN_SOCKET, socket.get(),
        MHD_OPTION_CONNECTION_TIMEOUT, kTimeout,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, kHeadMost,
        MHD_OPTION_CONNECTION_LIMIT, kConnections, MHD_OPTION_UNESCAPE_CALLBACK,
        &LeaveEncoded, nullptr, MHD_OPTION_END);
    if (daemon_ == nullptr) {
      throw EnvironmentError("the HTTP server does not start");
    }
    socket.Release();  // the daemon closes it
  }

  uint16_t port() const { return port_; }

 private:
  static MHD_Result Answer(void* self, MHD_Connection* connection,
                           const char* url, const char* method,
                           const char* /*version*/, const char* /*body*/,
                           size_t* body_size, void** state) {
    // First only the head is there; a body, which nothing wants, is passed
    // over.
    static char seen;
    if (*state == nullptr) {
      *state = &seen;
      return MHD_YES;
    }
    if (*body_size > 0) {
      *body_size = 0;
      return MHD_YES;
    }
    Request request;
    request.method = method;
    request.path = url;
    MHD_get_connection_values(connection, MHD_HEADER_KIND, &AddHeader,
                              &request.headers);
    auto& impl = *static_cast<Impl*>(self);
    try {
      return impl.Send(connection, impl.handler_(request));
    } catch (const std::exception&) {
      Response response;
      response.status = 500;
      return impl.Send(connection, std::move(response));
    }
  }

  MHD_Result Send(MHD_Connection* connection, Response response) {
    MHD_Response* out = nullptr;
    if (response.is_events) {
      out = OpenEvents(connection);
    } else if (response.file.valid()) {
      out = MHD_create_response_from_fd_at_offset64(
          response.file_size, response.file.Release(), response.file_offset);
    } else {
      out = MHD_create_response_from_buffer(
          response.body.size(), response.body.data(), MHD_RESPMEM_MUST_COPY);
    }
    if (out == nullptr) return MHD_NO;
    for (const auto& [name, value] : response.headers) {
      MHD_add_response_header(out, name.c_str(), value.c_str());
    }
    const MHD_Result result = MHD_queue_response(
        connection, static_cast<unsigned>(response.status), out);
    MHD_destroy_response(out);
    return result;
  }

  MHD_Response* OpenEvents(MHD_Connection* connection) {
    auto answer = std::make_shared<OpenAnswer>(hub_, connection, stopping_);
    answer->listener = hub_.Join([answer] { answer->Wake(); });
    return MHD_create_response_from_callback(
        MHD_SIZE_UNKNOWN, kBlock, &NextEvents, new HeldAnswer(answer),
        &CloseEvents);
  }

  EventHub& hub_;
  Handler handler_;
  std::atomic<bool> stopping_ = false;
  MHD_Daemon* daemon_ = nullptr;
  uint16_t port_ = 0;
};

HttpServer::HttpServer(const std::string& address, uint16_t port, int ports,
                       EventHub& hub, Handler handler)
    : impl_(std::make_unique<Impl>(hub, std::move(handler))) {
  impl_->Start(address, port, ports);
}

HttpServer::~HttpServer() = default;

uint16_t HttpServer::port() const { return impl_->port(); }

}  // namespace offprint::serve
