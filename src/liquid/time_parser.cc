#include "base/date.h"
#include "base/text.h"
#include "liquid/time.h"

namespace offprint::liquid {

std::optional<Time> ParseTime(std::string_view text, int64_t,
                              const TimeZone& zone) {
  const auto date = ParseDate(Trim(text));
  if (!date) return std::nullopt;
  return InZone(zone.FromLocal(*date, 0), 0, zone);
}

}  // namespace offprint::liquid
