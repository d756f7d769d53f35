// The files that templates include, each loaded and parsed once.
#ifndef OFFPRINT_LIQUID_INCLUDES_H_
#define OFFPRINT_LIQUID_INCLUDES_H_

#include <functional>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <utility>

#include "base/diagnostics.h"
#include "liquid/engine.h"

namespace offprint::liquid {

// Thread-safe. Entries stay where they are.
class Includes {
 public:
  struct Entry {
    TemplatePtr parsed;  // null where it is missing or wrong
    bool missing = false;
    Diagnostics problems;
  };

  explicit Includes(const Engine& engine) : engine_(engine) {}

  // Where an include comes from.
  enum class Origin { kIncludes, kRelative, kTag };

  // The include of that name, or what stands for the tag of that name.
  const Entry& Find(std::string_view name, Origin origin);

  // Reports what was said of those that could be parsed.
  void Report(Diagnostics& diagnostics);

 private:
  Entry Load(std::string_view name, Origin origin) const;

  const Engine& engine_;
  std::mutex mutex_;
  std::map<std::pair<Origin, std::string>, std::unique_ptr<Entry>, std::less<>>
      entries_;
};

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_INCLUDES_H_
