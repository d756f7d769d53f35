#include "serve/event_hub.h"

#include <utility>
#include <vector>

#include "base/text.h"

namespace offprint::serve {

std::string FormatEvent(std::string_view name, std::string_view data) {
  std::string event = "event: " + std::string(name) + "\n";
  for (const std::string_view line : Split(data, '\n')) {
    event.append("data: ").append(line) += '\n';
  }
  return event + "\n";
}

EventHub::Listener EventHub::Join(std::function<void()> wake) {
  const std::lock_guard lock(mutex_);
  Inbox& inbox = inboxes_[++last_];
  inbox.wake = std::move(wake);
  // The browser tries again after so many milliseconds when the server stops.
  inbox.bytes = "retry: 500\n\n";
  for (const auto& [name, data] : states_) {
    inbox.bytes += FormatEvent(name, data);
  }
  return last_;
}

void EventHub::Leave(Listener listener) {
  const std::lock_guard lock(mutex_);
  inboxes_.erase(listener);
}

void EventHub::Send(std::string_view name, std::string_view data) {
  SendBytes(FormatEvent(name, data));
}

void EventHub::Ping() { SendBytes(":\n\n"); }

// Listeners take bytes while they hold locks of their own: they are woken when
// the hub's is free.
void EventHub::SendBytes(std::string_view bytes) {
  std::vector<std::function<void()>> wakes;
  {
    const std::lock_guard lock(mutex_);
    for (auto& [listener, inbox] : inboxes_) {
      inbox.bytes += bytes;
      wakes.push_back(inbox.wake);
    }
  }
  for (const auto& wake : wakes) wake();
}

void EventHub::SetState(std::string_view name, std::string_view data) {
  {
    const std::lock_guard lock(mutex_);
    if (data.empty()) {
      states_.erase(std::string(name));
    } else {
      states_.insert_or_assign(std::string(name), std::string(data));
    }
  }
  Send(name, data);
}

std::string EventHub::Take(Listener listener) {
  const std::lock_guard lock(mutex_);
  const auto found = inboxes_.find(listener);
  return found != inboxes_.end() ? std::exchange(found->second.bytes, {})
                                 : std::string();
}

}  // namespace offprint::serve
