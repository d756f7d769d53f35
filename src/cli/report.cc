#include "cli/report.h"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <utility>

#include "base/text.h"

namespace offprint {
namespace {

// Columns on a terminal: code points are enough for the names we print.
size_t Width(const std::string& text) {
  size_t width = 0;
  for (size_t at = 0; at < text.size(); ++width) NextCodePoint(text, &at);
  return width;
}

std::string Count(size_t number, const char* noun) {
  return std::to_string(number) + " " + noun + (number == 1 ? "" : "s");
}

}  // namespace

void PrintDiagnostics(const Diagnostics& diagnostics, Detail detail,
                      std::FILE* file) {
  constexpr size_t kFirst = 20;
  size_t warnings = 0;
  for (const Diagnostic& diagnostic : diagnostics.list()) {
    bool printed = true;
    switch (diagnostic.severity) {
      case Severity::kError:
        break;
      case Severity::kWarning:
        printed = detail != Detail::kErrors &&
                  (++warnings <= kFirst || detail == Detail::kAll);
        break;
      case Severity::kNote:
        printed = detail == Detail::kAll;
        break;
    }
    if (!printed) continue;
    std::fprintf(file, "%s\n%s", FormatDiagnostic(diagnostic).c_str(),
                 FormatExcerpt(diagnostic.where).c_str());
  }
  if (detail == Detail::kFirstWarnings && warnings > kFirst) {
    std::fprintf(file, "… and %s; \"offprint check\" lists them all\n",
                 Count(warnings - kFirst, "more warning").c_str());
  }
}

Detail DetailOf(const Options& options) {
  if (options.verbose) return Detail::kAll;
  return options.quiet ? Detail::kErrors : Detail::kFirstWarnings;
}

std::string SummaryOf(const Diagnostics& diagnostics) {
  const size_t errors = diagnostics.errors();
  const size_t warnings = diagnostics.warnings();
  if (errors + warnings == 0) return "no problems";
  std::string text;
  if (errors > 0) text = Count(errors, "error");
  if (errors > 0 && warnings > 0) text += ", ";
  if (warnings > 0) text += Count(warnings, "warning");
  return text;
}

void Table::Add(std::string name, std::string value) {
  rows_.emplace_back(std::move(name), std::move(value));
}

std::string Table::Format() const {
  size_t widest = 0;
  for (const auto& [name, value] : rows_) {
    widest = std::max(widest, Width(name));
  }
  std::string out;
  for (const auto& [name, value] : rows_) {
    out.append(2, ' ').append(name);
    out.append(widest - Width(name) + 2, ' ').append(value) += '\n';
  }
  return out;
}

std::string WithCommas(uint64_t number) {
  std::string digits = std::to_string(number);
  for (size_t at = digits.size(); at > 3;) {
    at -= 3;
    digits.insert(at, ",");
  }
  return digits;
}

std::string FormatBytes(uint64_t bytes) {
  static constexpr const char* kUnits[] = {"B", "kB", "MB", "GB", "TB"};
  if (bytes < 1000) return std::to_string(bytes) + " B";
  double size = static_cast<double>(bytes);
  size_t unit = 0;
  while (size >= 999.95 && unit + 1 < std::size(kUnits)) {
    size /= 1000;
    ++unit;
  }
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, "%.1f %s", size, kUnits[unit]);
  return buffer;
}

std::string FormatSeconds(double seconds) {
  char buffer[48];
  std::snprintf(buffer, sizeof buffer, seconds < 10 ? "%.2f s" : "%.1f s",
                seconds);
  return buffer;
}

std::string FormatDuration(double seconds) {
  constexpr double kMinute = 60;
  constexpr int kHour = 60;  // minutes
  if (seconds < kMinute) return std::to_string(std::lround(seconds)) + " s";
  const auto minutes = static_cast<int64_t>(std::lround(seconds / kMinute));
  if (minutes < kHour) return std::to_string(minutes) + " min";
  std::string text = std::to_string(minutes / kHour) + " h";
  if (minutes % kHour != 0) {
    text += " " + std::to_string(minutes % kHour) + " min";
  }
  return text;
}

std::string FormatDays(const std::vector<Date>& days, size_t most) {
  std::string out;
  size_t runs = 0;
  for (size_t i = 0; i < days.size();) {
    size_t end = i;
    while (end + 1 < days.size() &&
           DaysSinceEpoch(days[end + 1]) == DaysSinceEpoch(days[end]) + 1) {
      ++end;
    }
    if (runs++ == most) return out + ", …";
    if (!out.empty()) out += ", ";
    out += FormatDate(days[i]);
    if (end > i) out += " to " + FormatDate(days[end]);
    i = end + 1;
  }
  return out;
}

}  // namespace offprint
