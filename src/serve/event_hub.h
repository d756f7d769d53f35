#ifndef OFFPRINT_SERVE_EVENT_HUB_H_
#define OFFPRINT_SERVE_EVENT_HUB_H_

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace offprint::serve {

// Server-sent events (HTML Living Standard, section 9.2) for whoever listens.
// All of it may be called from any thread.
class EventHub {
 public:
  using Listener = uint64_t;

  // `wake` is called, from any thread, whenever there is something to take.
  // The newcomer is told the last event of each name that is a state.
  Listener Join(std::function<void()> wake);
  void Leave(Listener listener);

  // Sends an event to all. A state replaces the last one of its name and is
  // told to newcomers too; an empty one takes it back.
  void Send(std::string_view name, std::string_view data);
  void SetState(std::string_view name, std::string_view data);

  // Sends what says nothing, so that those who have gone are noticed.
  void Ping();

  // Takes the bytes that wait for the listener.
  std::string Take(Listener listener);

 private:
  void SendBytes(std::string_view bytes);

  struct Inbox {
    std::string bytes;
    std::function<void()> wake;
  };

  std::mutex mutex_;
  Listener last_ = 0;
  std::map<Listener, Inbox> inboxes_;
  std::map<std::string, std::string, std::less<>> states_;
};

// One event as it goes over the wire; `data` may have several lines.
std::string FormatEvent(std::string_view name, std::string_view data);

}  // namespace offprint::serve

#endif  // OFFPRINT_SERVE_EVENT_HUB_H_
