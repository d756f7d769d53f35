#include "liquid/includes.h"

#include <utility>

namespace offprint::liquid {

const Includes::Entry& Includes::Find(std::string_view name, Origin origin) {
  const std::pair<Origin, std::string> key(origin, name);
  {
    const std::lock_guard lock(mutex_);
    const auto found = entries_.find(key);
    if (found != entries_.end()) return *found->second;
  }
  // Loaded without the lock; where two threads do it, the first one counts.
  auto loaded = std::make_unique<Entry>(Load(name, origin));
  const std::lock_guard lock(mutex_);
  return *entries_.try_emplace(key, std::move(loaded)).first->second;
}

Includes::Entry Includes::Load(std::string_view name, Origin origin) const {
  Entry entry;
  const Options& options = engine_.options();
  std::optional<Source> source;
  if (origin == Origin::kTag) {
    source = options.tags.find(name)->second;
  } else {
    const Options::Loader& load = origin == Origin::kRelative
                                      ? options.load_relative
                                      : options.load_include;
    if (load) source = load(name);
  }
  if (!source) {
    entry.missing = true;
    return entry;
  }
  entry.parsed = engine_.Parse(std::move(*source), entry.problems);
  return entry;
}

void Includes::Report(Diagnostics& diagnostics) {
  const std::lock_guard lock(mutex_);
  for (const auto& [key, entry] : entries_) {
    if (entry->parsed == nullptr) continue;
    Diagnostics problems = entry->problems;
    diagnostics.Append(std::move(problems));
  }
}

}  // namespace offprint::liquid
