#include "cli/archive_report.h"

#include <array>

namespace offprint {

void AddFiles(const Archive& archive, Table* table) {
  table->Add("files", WithCommas(archive.counts.files));
  std::array<size_t, 6> counts = {};
  for (const auto& digest : archive.digests) {
    ++counts[static_cast<size_t>(digest->dialect)];
  }
  for (size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    const std::string name(DialectName(static_cast<Dialect>(i)));
    table->Add("  " + name, WithCommas(counts[i]));
  }
}

std::string DaysLine(const Archive& archive) {
  if (archive.days.empty()) return "0";
  return WithCommas(archive.days.size()) + " (" +
         FormatDate(archive.days.front().date) + " to " +
         FormatDate(archive.days.back().date) + ")";
}

}  // namespace offprint
