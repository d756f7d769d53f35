#include "cli/day_range.h"

namespace offprint {
namespace {

std::string ReadDay(const char* flag, const std::string& text,
                    std::optional<Date>* date) {
  if (text.empty()) return {};
  *date = ParseDate(text);
  if (*date) return {};
  return std::string(flag) + " is a day, such as 2026-01-23, and not \"" +
         text + "\"";
}

}  // namespace

std::string ReadDayRange(const std::string& from_text,
                         const std::string& to_text, std::optional<Date>* from,
                         std::optional<Date>* to) {
  std::string problem = ReadDay("--from", from_text, from);
  if (problem.empty()) problem = ReadDay("--to", to_text, to);
  if (problem.empty() && *from && *to && **from > **to) {
    problem = "--from is a day after --to, so there are no papers between";
  }
  return problem;
}

}  // namespace offprint
