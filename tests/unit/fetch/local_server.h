// A server on this machine that answers as a test wants, however wrong.
#ifndef OFFPRINT_TESTS_UNIT_FETCH_LOCAL_SERVER_H_
#define OFFPRINT_TESTS_UNIT_FETCH_LOCAL_SERVER_H_

#include <arpa/inet.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>

#include <atomic>
#include <chrono>
#include <functional>
#include <mutex>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "base/unique_fd.h"

namespace offprint::fetch {

// One request, as the server sees it.
struct Heard {
  std::string text;  // line, headers and body
  std::string path;
  size_t number = 0;  // of all requests, from 0
  std::chrono::steady_clock::time_point when;
};

// A connection, on which one request came.
class Connection {
 public:
  Connection(int fd, const std::atomic<bool>& stop) : fd_(fd), stop_(stop) {}

  // False once nobody listens any more.
  bool Send(std::string_view bytes) const {
    while (!bytes.empty() && !stop_) {
      const ssize_t sent = send(fd_, bytes.data(), bytes.size(), MSG_NOSIGNAL);
      if (sent <= 0) return false;
      bytes.remove_prefix(static_cast<size_t>(sent));
    }
    return !stop_;
  }

  // An answer with its length.
  bool Answer(std::string_view status_and_headers,
              std::string_view body = {}) const {
    std::string text = "HTTP/1.1 ";
    text.append(status_and_headers).append("\r\nContent-Length: ");
    text.append(std::to_string(body.size())).append("\r\n\r\n").append(body);
    return Send(text);
  }

  // Until the time is over or the test is.
  void Sleep(std::chrono::milliseconds time) const {
    const auto end = std::chrono::steady_clock::now() + time;
    while (!stop_ && std::chrono::steady_clock::now() < end) {
      std::this_thread::sleep_for(std::chrono::milliseconds(5));
    }
  }

 private:
  int fd_;
  const std::atomic<bool>& stop_;
};

class LocalServer {
 public:
  using Handler = std::function<void(const Heard&, const Connection&)>;

  explicit LocalServer(Handler handler) : handler_(std::move(handler)) {
    listener_ = UniqueFd(socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* any = reinterpret_cast<sockaddr*>(&address);
    if (bind(listener_.get(), any, size) != 0 ||
        listen(listener_.get(), 64) != 0 ||
        getsockname(listener_.get(), any, &size) != 0) {
      throw std::runtime_error("no local server");
    }
    port_ = ntohs(address.sin_port);
    acceptor_ = std::thread([this] { Accept(); });
  }
  LocalServer(const LocalServer&) = delete;
  LocalServer& operator=(const LocalServer&) = delete;
  ~LocalServer() {
    stop_ = true;
    acceptor_.join();
    for (std::thread& thread : connections_) thread.join();
  }

  std::string Url(const std::string& path,
                  const std::string& host = "127.0.0.1") const {
    return "http://" + host + ":" + std::to_string(port_) + path;
  }

  std::vector<Heard> heard() {
    const std::lock_guard lock(mutex_);
    return heard_;
  }

 private:
  void Accept() {
    while (!stop_) {
      pollfd waiting = {listener_.get(), POLLIN, 0};
      if (poll(&waiting, 1, 10) <= 0) continue;
      const int fd = accept4(listener_.get(), nullptr, nullptr, SOCK_CLOEXEC);
      if (fd < 0) continue;
      connections_.emplace_back([this, fd] { Serve(UniqueFd(fd)); });
    }
  }

  void Serve(const UniqueFd& fd) {
    Heard heard;
    heard.text = Read(fd.get());
    if (heard.text.empty()) return;
    const size_t blank = heard.text.find(' ');
    heard.path = heard.text.substr(blank + 1,
                                   heard.text.find(' ', blank + 1) - blank - 1);
    heard.when = std::chrono::steady_clock::now();
    {
      const std::lock_guard lock(mutex_);
      heard.number = heard_.size();
      heard_.push_back(heard);
    }
    handler_(heard, Connection(fd.get(), stop_));
    // Closed only when all is read, or the peer loses what was sent.
    shutdown(fd.get(), SHUT_WR);
  }

  // The headers, and as much of a body as they say.
  std::string Read(int fd) const {
    std::string text;
    size_t whole = std::string::npos;
    char buffer[4096];
    while (!stop_ && text.size() < whole) {
      pollfd waiting = {fd, POLLIN, 0};
      if (poll(&waiting, 1, 10) <= 0) continue;
      const ssize_t got = recv(fd, buffer, sizeof buffer, 0);
      if (got <= 0) break;
      text.append(buffer, static_cast<size_t>(got));
      const size_t end = text.find("\r\n\r\n");
      if (end == std::string::npos || whole != std::string::npos) continue;
      whole = end + 4;
      const size_t length = text.find("Content-Length: ");
      if (length < end) whole += std::stoul(text.substr(length + 16));
    }
    return text;
  }

  const Handler handler_;
  UniqueFd listener_;
  uint16_t port_ = 0;
  std::atomic<bool> stop_ = false;
  std::mutex mutex_;
  std::vector<Heard> heard_;
  std::vector<std::thread> connections_;
  std::thread acceptor_;
};

}  // namespace offprint::fetch

#endif  // OFFPRINT_TESTS_UNIT_FETCH_LOCAL_SERVER_H_
