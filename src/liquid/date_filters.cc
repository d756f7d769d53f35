// The filters of dates.
#include <optional>
#include <string>

#include "base/date.h"
#include "base/text.h"
#include "liquid/filter.h"
#include "liquid/number.h"
#include "liquid/renderer.h"
#include "liquid/text_form.h"
#include "liquid/time.h"

namespace offprint::liquid {
namespace {

using Kind = Value::Kind;

// Times that no calendar holds are not formatted.
constexpr int64_t kLatest = 253402300799;  // the end of the year 9999

bool IsAllDigits(std::string_view text) {
  for (const char c : text) {
    if (!IsAsciiDigit(c)) return false;
  }
  return !text.empty();
}

std::optional<Time> Moment(int64_t seconds, Renderer& renderer) {
  if (seconds > kLatest || seconds < -kLatest) return std::nullopt;
  return InZone(seconds, 0, renderer.options().zone);
}

// Liquid::Utils.to_date, but for days.
std::optional<Time> ToTime(const Value& value, Renderer& renderer) {
  if (value.kind() == Kind::kTime) return value.time();
  if (value.IsInt()) return Moment(value.integer(), renderer);
  if (!value.IsString() || value.text().empty()) return std::nullopt;
  const std::string_view text = value.text();
  if (EqualsIgnoreCase(text, "now") || EqualsIgnoreCase(text, "today")) {
    return Moment(renderer.options().now, renderer);
  }
  if (IsAllDigits(text)) {
    const Value number = LeadingInteger(text);
    if (!number.IsInt()) return std::nullopt;
    return Moment(number.integer(), renderer);
  }
  return ParseTime(text, renderer.options().now, renderer.options().zone);
}

void WriteDate(const FilterCall& call, std::string* out) {
  const std::string_view format = ToText(call.Argument(0), call.renderer);
  if (!format.empty()) {
    bool whole = true;
    if (call.input.kind() == Kind::kDate) {
      whole = AppendDay(call.input.days(), format, out);
    } else if (const auto time = ToTime(call.input, call.renderer)) {
      whole = AppendTime(*time, format, out);
    } else {
      AppendPrinted(call.input, call.renderer, out);
    }
    if (!whole) {
      call.renderer.Fail("the format '" + std::string(format) +
                         "' ends inside a directive");
    }
    return;
  }
  AppendPrinted(call.input, call.renderer, out);
}

// The input as a time in the site's zone; nothing where it is empty, which
// is printed as it is, or where it is no date, which is a failure.
std::optional<Time> SiteTime(const FilterCall& call, std::string* out) {
  Renderer& renderer = call.renderer;
  const TimeZone& zone = renderer.options().zone;
  if (call.input.kind() == Kind::kDate) {
    return Midnight(call.input.days(), zone);
  }
  if (ToText(call.input, renderer).empty()) {
    AppendPrinted(call.input, renderer, out);
    return std::nullopt;
  }
  const auto time = ToTime(call.input, renderer);
  if (!time) {
    std::string text;
    AppendInspected(call.input, renderer, &text);
    renderer.Fail(text + " is not a date");
    return std::nullopt;
  }
  return InZone(time->seconds, time->nanoseconds, zone);
}

std::string_view OrdinalEnding(int day) {
  if (day >= 11 && day <= 13) return "th";
  switch (day % 10) {
    case 1:
      return "st";
    case 2:
      return "nd";
    case 3:
      return "rd";
    default:
      return "th";
  }
}

void WriteDateText(const FilterCall& call, std::string_view month,
                   std::string* out) {
  const auto time = SiteTime(call, out);
  if (!time) return;
  const auto is = [&](size_t index, std::string_view text) {
    const Value argument = call.Argument(index);
    return argument.IsString() && argument.text() == text;
  };
  if (!is(0, "ordinal")) {
    AppendTime(*time, "%d " + std::string(month) + " %Y", out);
    return;
  }
  std::string day;
  AppendTime(*time, "%-d", &day);
  day += OrdinalEnding(std::stoi(day));
  const std::string format = is(1, "US")
                                 ? std::string(month) + " " + day + ", %Y"
                                 : day + " " + std::string(month) + " %Y";
  AppendTime(*time, format, out);
}

void WriteDateToString(const FilterCall& call, std::string* out) {
  WriteDateText(call, "%b", out);
}

void WriteDateToLongString(const FilterCall& call, std::string* out) {
  WriteDateText(call, "%B", out);
}

void WriteDateToXmlSchema(const FilterCall& call, std::string* out) {
  if (const auto time = SiteTime(call, out)) {
    AppendTime(*time, "%Y-%m-%dT%H:%M:%S%:z", out);
  }
}

void WriteDateToRfc822(const FilterCall& call, std::string* out) {
  if (const auto time = SiteTime(call, out)) {
    AppendTime(*time, "%a, %d %b %Y %H:%M:%S %z", out);
  }
}

constexpr Filter kFilters[] = {
    {"date", 1, 1, nullptr, WriteDate, true},
    {"date_to_string", 0, 2, nullptr, WriteDateToString, true},
    {"date_to_long_string", 0, 2, nullptr, WriteDateToLongString, true},
    {"date_to_xmlschema", 0, 0, nullptr, WriteDateToXmlSchema, true},
    {"date_to_rfc822", 0, 0, nullptr, WriteDateToRfc822, true},
};

}  // namespace

std::span<const Filter> DateFilters() { return kFilters; }

}  // namespace offprint::liquid
