// Which request may begin when, so that no host is pressed.
#ifndef OFFPRINT_FETCH_SCHEDULE_H_
#define OFFPRINT_FETCH_SCHEDULE_H_

#include <chrono>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace offprint::fetch {

using Clock = std::chrono::steady_clock;
using Moment = Clock::time_point;

struct HostPace {
  size_t at_once = 2;
  // Between the beginnings of two requests.
  std::chrono::milliseconds interval{0};
};

struct Pace {
  size_t at_once = 16;  // of all hosts
  HostPace host;        // of those that are not named
  // By name; "arxiv.org" stands for "export.arxiv.org" too, and is one host
  // with it.
  std::map<std::string, HostPace, std::less<>> hosts;
};

// What the pace says of a host: of its own name, or else of the nearest one
// above it; `host` where there is none.
struct NamedPace {
  std::string_view name;  // whose it is, which hosts below it share
  HostPace pace;
};
NamedPace PaceOf(const Pace& pace, std::string_view host);

// Requests by number. Those of a host begin in the order in which they came,
// but for those that are to wait.
class Schedule {
 public:
  explicit Schedule(Pace pace);

  // A request that is to begin at `earliest` or later.
  void Add(size_t request, std::string_view host, Moment earliest = {});
  // A request that may begin now, which it then does; nothing for none.
  std::optional<size_t> Begin(Moment now);
  // One of the host that had begun is over.
  void End(std::string_view host);
  // The host is left alone until then.
  void Hold(std::string_view host, Moment until);
  // When to look again: the first moment at which one may begin if no other
  // ends before; nothing where only an end can help.
  std::optional<Moment> Next() const;

  bool empty() const { return waiting_ == 0; }
  // Takes out one that waits, for who gives up; nothing for none.
  std::optional<size_t> Drop();

 private:
  struct Host {
    HostPace pace;
    size_t running = 0;
    Moment free;                            // not before
    std::multimap<Moment, size_t> waiting;  // by their earliest moments
  };

  Host& HostOf(std::string_view name);
  // When its first request may begin; nothing for a host that has none, or as
  // many running as it may.
  static std::optional<Moment> FirstOf(const Host& host);

  const Pace pace_;
  std::map<std::string, Host, std::less<>> hosts_;
  size_t running_ = 0;
  size_t waiting_ = 0;
};

}  // namespace offprint::fetch

#endif  // OFFPRINT_FETCH_SCHEDULE_H_
