#include "fetch/schedule.h"

#include <algorithm>
#include <utility>

namespace offprint::fetch {

NamedPace PaceOf(const Pace& pace, std::string_view host) {
  for (std::string_view above = host;;) {
    const auto named = pace.hosts.find(above);
    if (named != pace.hosts.end()) return {above, named->second};
    const size_t dot = above.find('.');
    if (dot == std::string_view::npos) return {host, pace.host};
    above.remove_prefix(dot + 1);
  }
}

Schedule::Schedule(Pace pace) : pace_(std::move(pace)) {}

void Schedule::Add(size_t request, std::string_view host, Moment earliest) {
  HostOf(host).waiting.emplace(earliest, request);
  ++waiting_;
}

std::optional<size_t> Schedule::Begin(Moment now) {
  if (running_ >= pace_.at_once) return std::nullopt;
  // The host that has waited longest goes first.
  Host* next = nullptr;
  Moment first = now;
  for (auto& [name, host] : hosts_) {
    const std::optional<Moment> moment = FirstOf(host);
    if (!moment || *moment > first) continue;
    if (next != nullptr && *moment == first) continue;
    next = &host;
    first = *moment;
  }
  if (next == nullptr) return std::nullopt;
  const size_t request = next->waiting.begin()->second;
  next->waiting.erase(next->waiting.begin());
  next->free = std::max(next->free, now + next->pace.interval);
  ++next->running;
  ++running_;
  --waiting_;
  return request;
}

void Schedule::End(std::string_view host) {
  --HostOf(host).running;
  --running_;
}

void Schedule::Hold(std::string_view host, Moment until) {
  Moment& free = HostOf(host).free;
  free = std::max(free, until);
}

std::optional<Moment> Schedule::Next() const {
  if (running_ >= pace_.at_once) return std::nullopt;
  std::optional<Moment> next;
  for (const auto& [name, host] : hosts_) {
    const std::optional<Moment> moment = FirstOf(host);
    if (moment && (!next || *moment < *next)) next = moment;
  }
  return next;
}

std::optional<size_t> Schedule::Drop() {
  for (auto& [name, host] : hosts_) {
    if (host.waiting.empty()) continue;
    const size_t request = host.waiting.begin()->second;
    host.waiting.erase(host.waiting.begin());
    --waiting_;
    return request;
  }
  return std::nullopt;
}

Schedule::Host& Schedule::HostOf(std::string_view name) {
  const NamedPace named = PaceOf(pace_, name);
  const auto [host, is_new] = hosts_.try_emplace(std::string(named.name));
  if (is_new) host->second.pace = named.pace;
  return host->second;
}

std::optional<Moment> Schedule::FirstOf(const Host& host) {
  if (host.waiting.empty() || host.running >= host.pace.at_once) {
    return std::nullopt;
  }
  return std::max(host.free, host.waiting.begin()->first);
}

}  // namespace offprint::fetch
