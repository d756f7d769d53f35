#include "model/digest.h"

#include <algorithm>

namespace offprint {
namespace {

constexpr std::array<std::string_view, 6> kDialects = {
    "daily-table", "topic-table",   "analysed-list",
    "scored-list", "enhanced-list", "generic"};

constexpr std::array<std::string_view, 10> kSections = {
    "abstract", "reason", "background", "innovation", "conclusion",
    "tldr",     "task",   "motivation", "method",     "result"};

}  // namespace

std::string_view DialectName(Dialect dialect) {
  return kDialects[static_cast<size_t>(dialect)];
}

std::optional<Dialect> FindDialect(std::string_view name) {
  const auto found = std::find(kDialects.begin(), kDialects.end(), name);
  if (found == kDialects.end()) return std::nullopt;
  return static_cast<Dialect>(found - kDialects.begin());
}

std::vector<std::string_view> DialectNames() {
  return {kDialects.begin(), kDialects.end()};
}

std::string_view SectionName(SectionKey key) {
  return kSections[static_cast<size_t>(key)];
}

}  // namespace offprint
