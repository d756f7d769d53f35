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

  // The include of that name; from the site's folder where it is relative.
  const Entry& Find(std::string_view name, bool relative);

 private:
  Entry Load(std::string_view name, bool relative) const;

  const Engine& engine_;
  std::mutex mutex_;
  std::map<std::pair<bool, std::string>, std::unique_ptr<Entry>, std::less<>>
      entries_;
};

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_INCLUDES_H_
