#include "liquid/number.h"

#include <charconv>
#include <cmath>
#include <limits>
#include <system_error>

#include "base/text.h"

namespace offprint::liquid {
namespace {

// The end of a run of digits in which single underscores may stand.
size_t DigitsEnd(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size()) {
    if (IsAsciiDigit(text[end])) {
      ++end;
    } else if (text[end] == '_' && end > at && text[end - 1] != '_' &&
               end + 1 < text.size() && IsAsciiDigit(text[end + 1])) {
      ++end;
    } else {
      break;
    }
  }
  return end;
}

std::string WithoutUnderscores(std::string_view text) {
  std::string plain;
  for (const char c : text) {
    if (c != '_') plain.push_back(c);
  }
  return plain;
}

size_t SignEnd(std::string_view text) {
  return !text.empty() && (text[0] == '-' || text[0] == '+') ? 1 : 0;
}

// The end of the number at the head of the text: digits, a fraction, an
// exponent; 0 where there is none.
size_t DoubleEnd(std::string_view text) {
  const size_t sign = SignEnd(text);
  size_t end = DigitsEnd(text, sign);
  if (end == sign) return 0;
  if (end + 1 < text.size() && text[end] == '.' &&
      IsAsciiDigit(text[end + 1])) {
    end = DigitsEnd(text, end + 1);
  }
  if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
    const size_t digits = end + 1 + SignEnd(text.substr(end + 1));
    const size_t exponent = DigitsEnd(text, digits);
    if (exponent > digits) end = exponent;
  }
  return end;
}

double ParseDouble(std::string_view text) {
  std::string plain = WithoutUnderscores(text);
  if (plain.starts_with('+')) plain.erase(0, 1);
  double number = 0;
  const auto [end, error] =
      std::from_chars(plain.data(), plain.data() + plain.size(), number);
  if (error == std::errc::result_out_of_range) {
    const double huge = plain.find("e-") == std::string::npos
                            ? std::numeric_limits<double>::infinity()
                            : 0.0;
    return plain.starts_with('-') ? -huge : huge;
  }
  return number;
}

}  // namespace

Value LeadingInteger(std::string_view text) {
  text = TrimLeft(text);
  const size_t sign = SignEnd(text);
  const size_t end = DigitsEnd(text, sign);
  if (end == sign) return Value(0);
  std::string plain = WithoutUnderscores(text.substr(0, end));
  if (plain.starts_with('+')) plain.erase(0, 1);
  int64_t number = 0;
  const auto result =
      std::from_chars(plain.data(), plain.data() + plain.size(), number);
  if (result.ec == std::errc::result_out_of_range) {
    return Value(ParseDouble(plain));
  }
  return Value(number);
}

double LeadingDouble(std::string_view text) {
  text = TrimLeft(text);
  return ParseDouble(text.substr(0, DoubleEnd(text)));
}

std::optional<int64_t> WholeInteger(std::string_view text) {
  text = Trim(text);
  const size_t sign = SignEnd(text);
  if (sign == text.size() || DigitsEnd(text, sign) != text.size()) {
    return std::nullopt;
  }
  const Value number = LeadingInteger(text);
  if (!number.IsInt()) return std::nullopt;
  return number.integer();
}

int64_t TruncatedInteger(double number) {
  if (std::isnan(number)) return 0;
  if (number >= 9223372036854775807.0) {
    return std::numeric_limits<int64_t>::max();
  }
  if (number <= -9223372036854775808.0) {
    return std::numeric_limits<int64_t>::min();
  }
  return static_cast<int64_t>(number);
}

void AppendInteger(int64_t number, std::string* out) {
  char buffer[24];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, number);
  out->append(buffer, result.ptr);
}

void AppendDouble(double number, std::string* out) {
  if (std::isnan(number)) {
    out->append("NaN");
    return;
  }
  if (std::isinf(number)) {
    out->append(number < 0 ? "-Infinity" : "Infinity");
    return;
  }
  // The shortest digits that read back the same: "d.ddde+xx".
  char buffer[40];
  const auto result = std::to_chars(buffer, buffer + sizeof buffer, number,
                                    std::chars_format::scientific);
  std::string_view text(buffer, static_cast<size_t>(result.ptr - buffer));
  if (text[0] == '-') {
    out->push_back('-');
    text.remove_prefix(1);
  }
  const size_t e = text.find('e');
  int exponent = 0;
  const size_t digits_at = text[e + 1] == '+' ? e + 2 : e + 1;
  std::from_chars(text.data() + digits_at, text.data() + text.size(), exponent);
  std::string digits(1, text[0]);
  if (e > 2) digits.append(text.substr(2, e - 2));
  const int count = static_cast<int>(digits.size());
  // Ruby pads with zeros one digit less than it writes digits.
  const int longest = count > exponent + 1 ? 15 : 14;
  if (exponent < -4 || exponent > longest) {
    out->append(digits, 0, 1);
    out->push_back('.');
    out->append(count > 1 ? digits.substr(1) : "0");
    out->append(exponent < 0 ? "e-" : "e+");
    const int magnitude = exponent < 0 ? -exponent : exponent;
    if (magnitude < 10) out->push_back('0');
    AppendInteger(magnitude, out);
  } else if (exponent < 0) {
    out->append("0.");
    out->append(static_cast<size_t>(-exponent) - 1, '0');
    out->append(digits);
  } else if (count <= exponent + 1) {
    out->append(digits);
    out->append(static_cast<size_t>(exponent + 1 - count), '0');
    out->append(".0");
  } else {
    const size_t point = static_cast<size_t>(exponent) + 1;
    out->append(digits, 0, point);
    out->push_back('.');
    out->append(digits, point);
  }
}

}  // namespace offprint::liquid
