// What commands print when they are done.
#ifndef OFFPRINT_CLI_REPORT_H_
#define OFFPRINT_CLI_REPORT_H_

#include <cstdint>
#include <cstdio>
#include <string>
#include <utility>
#include <vector>

#include "base/date.h"
#include "base/diagnostics.h"
#include "cli/options.h"

namespace offprint {

// Which diagnostics a command prints.
enum class Detail {
  kErrors,
  kFirstWarnings,  // errors and the first 20 warnings
  kAll,
};

// Prints the diagnostics, one a line, and how many were left out.
void PrintDiagnostics(const Diagnostics& diagnostics, Detail detail,
                      std::FILE* file);

// Errors alone where the user wants quiet, everything where verbose.
Detail DetailOf(const Options& options);

// "3 errors, 1 warning", or "no problems".
std::string SummaryOf(const Diagnostics& diagnostics);

// Two columns, the first as wide as its widest name.
class Table {
 public:
  void Add(std::string name, std::string value);
  // The rows, each with a line feed.
  std::string Format() const;

 private:
  std::vector<std::pair<std::string, std::string>> rows_;
};

// "1,234".
std::string WithCommas(uint64_t number);

// "512 B", "1.2 MB": powers of 1,000.
std::string FormatBytes(uint64_t bytes);

// "0.8 s".
std::string FormatSeconds(double seconds);

// "40 s", "12 min", "3 h 20 min": to the nearest unit.
std::string FormatDuration(double seconds);

// "2026-01-06, 2026-01-09 to 2026-01-11": runs joined, at most `most` of them.
std::string FormatDays(const std::vector<Date>& days, size_t most);

}  // namespace offprint

#endif  // OFFPRINT_CLI_REPORT_H_
