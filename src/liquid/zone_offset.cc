#include "liquid/zone_offset.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace offprint::liquid {
namespace {

// In hours.
constexpr std::pair<std::string_view, int> kNames[] = {
    {"UTC", 0},  {"Z", 0},    {"UT", 0},   {"GMT", 0},
    {"EST", -5}, {"EDT", -4}, {"CST", -6}, {"CDT", -5},
    {"MST", -7}, {"MDT", -6}, {"PST", -8}, {"PDT", -7}};

// The offset in hours of one of the letters that armed forces name zones by.
std::optional<int> MilitaryOffset(char letter) {
  const char upper = static_cast<char>(letter & ~0x20);
  if (upper >= 'A' && upper <= 'I') return upper - 'A' + 1;
  if (upper >= 'K' && upper <= 'M') return upper - 'A';
  if (upper >= 'N' && upper <= 'Y') return 'M' - upper;
  return std::nullopt;
}

// The offset in seconds of "+hh", with minutes and seconds behind it that may
// have colons before them.
std::optional<int> NumericOffset(std::string_view text) {
  if (!text.starts_with('+') && !text.starts_with('-')) return std::nullopt;
  const int sign = text[0] == '-' ? -1 : 1;
  text.remove_prefix(1);
  int seconds = 0;
  for (const int unit : {3600, 60, 1}) {
    if (unit < 3600 && text.empty()) break;
    if (unit < 3600 && text[0] == ':') text.remove_prefix(1);
    if (text.size() < 2 || !IsAsciiDigit(text[0]) || !IsAsciiDigit(text[1])) {
      return std::nullopt;
    }
    seconds += unit * (10 * (text[0] - '0') + (text[1] - '0'));
    text.remove_prefix(2);
  }
  return text.empty() ? std::optional(sign * seconds) : std::nullopt;
}

}  // namespace

std::optional<int> ZoneOffset(std::string_view zone) {
  for (const auto& [known, hours] : kNames) {
    if (EqualsIgnoreCase(zone, known)) return hours * 3600;
  }
  if (zone.size() == 1 && IsAsciiAlpha(zone[0])) {
    const auto hours = MilitaryOffset(zone[0]);
    return hours ? std::optional(*hours * 3600) : std::nullopt;
  }
  return NumericOffset(zone);
}

bool IsUtc(std::string_view zone) {
  constexpr std::string_view kUtc[] = {"UTC",    "Z",     "UT",
                                       "-00:00", "-0000", "-00"};
  return std::ranges::any_of(kUtc, [&](std::string_view name) {
    return EqualsIgnoreCase(zone, name);
  });
}

}  // namespace offprint::liquid
