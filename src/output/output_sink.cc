#include "output/output_sink.h"

#include <algorithm>
#include <string>

#include "base/diagnostics.h"

namespace offprint {
namespace {

constexpr size_t kLongestName = 255;  // NAME_MAX of every file system in use

bool IsOutputName(std::string_view name) {
  const auto is_forbidden = [](char c) {
    return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\';
  };
  return !name.empty() && name.size() <= kLongestName && name != "." &&
         name != ".." && std::ranges::none_of(name, is_forbidden);
}

}  // namespace

bool OutputSink::CanKeep(std::string_view /*path*/,
                         const Hash128& /*made_of*/) const {
  return false;
}

bool OutputSink::Keep(std::string_view /*path*/, const Hash128& /*made_of*/) {
  return false;
}

bool OutputSink::KeepBelow(std::string_view /*prefix*/) { return false; }

bool IsOutputPath(std::string_view path) {
  for (;;) {
    const size_t slash = path.find('/');
    if (!IsOutputName(path.substr(0, slash))) return false;
    if (slash == std::string_view::npos) return true;
    path.remove_prefix(slash + 1);
  }
}

void CheckOutputPath(std::string_view path) {
  if (IsOutputPath(path)) return;
  throw EnvironmentError("cannot write \"" + std::string(path) +
                         "\": this path is empty, too long or leads out of "
                         "the output folder");
}

}  // namespace offprint
