#include "model/digest.h"

#include <algorithm>
#include <cstdint>
#include <string>

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

Hash128 HashOfWords(const Entry& entry) {
  if (entry.words != Hash128()) return entry.words;
  Hasher hasher;
  hasher.Add(entry.title).Add(entry.original_title).Add(entry.title_note);
  hasher.Add(static_cast<uint64_t>(entry.version)).Add(entry.source);
  hasher.Add(uint64_t{entry.authors.size()});
  for (const std::string_view author : entry.authors) hasher.Add(author);
  hasher.Add(entry.published ? FormatDate(*entry.published) : std::string());
  hasher.Add(entry.score);
  const Links& links = entry.links;
  hasher.Add(links.abs).Add(links.pdf).Add(links.html).Add(links.code);
  hasher.Add(uint64_t{entry.sections.size()});
  for (const Section& section : entry.sections) {
    hasher.Add(static_cast<uint64_t>(section.key)).Add(section.text);
  }
  return hasher.Take();
}

}  // namespace offprint
