#include "data/json.h"

#include <charconv>
#include <cmath>
#include <cstdio>

#include "base/char_set.h"

namespace offprint::data {

namespace {

// The code unit and length of the character at `at`, if it must be escaped by
// its number.
struct Escaped {
  unsigned unit = 0;
  size_t length = 0;
};

Escaped EscapedAt(std::string_view text, size_t at) {
  const auto byte = [&](size_t i) -> unsigned {
    return at + i < text.size() ? static_cast<unsigned char>(text[at + i]) : 0;
  };
  const unsigned c = byte(0);
  if (c < 0x20 || c == 0x7F || c == '<') return {c, 1};
  if (c == 0xC2 && byte(1) >= 0x80 && byte(1) <= 0x9F) return {byte(1), 2};
  if (c != 0xE2 && c != 0xEF) return {};
  const unsigned unit =
      (c & 0x0F) << 12 | (byte(1) & 0x3F) << 6 | (byte(2) & 0x3F);
  switch (unit) {
    case 0x2028:
    case 0x2029:
    case 0xFEFF:
    case 0xFFFE:
    case 0xFFFF:
      return {unit, 3};
    default:
      return {};
  }
}

}  // namespace

void AppendJsonString(std::string_view text, std::string* out) {
  // The last three begin what EscapedAt knows beyond ASCII.
  static constexpr CharSet kMayChange =
      CharSet::ControlsAnd("<\"\\\xC2\xE2\xEF");
  *out += '"';
  size_t start = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (!kMayChange.Has(c)) continue;
    char escape[8] = {'\\', c};
    size_t length = 1;
    if (c == '\n') {
      escape[1] = 'n';
    } else if (c == '\t') {
      escape[1] = 't';
    } else if (c != '"' && c != '\\') {
      const Escaped escaped = EscapedAt(text, at);
      if (escaped.length == 0) continue;
      length = escaped.length;
      std::snprintf(escape, sizeof escape, "\\u%04x", escaped.unit);
    }
    out->append(text, start, at - start);
    out->append(escape);
    at += length - 1;
    start = at + 1;
  }
  out->append(text, start);
  *out += '"';
}

void AppendJsonNumber(double number, std::string* out) {
  if (!std::isfinite(number)) {
    *out += "null";
    return;
  }
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  const std::string_view digits(buffer, static_cast<size_t>(end - buffer));
  // Ruby's YAML takes "1e+30" for a text, and "1.0e+30" for a number.
  const size_t exponent = digits.find('e');
  out->append(digits.substr(0, exponent));
  if (digits.find('.') == std::string_view::npos) *out += ".0";
  if (exponent != std::string_view::npos) out->append(digits.substr(exponent));
}

void AppendJson(const Value& value, std::string* out) {
  if (const bool* truth = value.AsBool()) {
    *out += *truth ? "true" : "false";
  } else if (const int64_t* integer = value.AsInt()) {
    *out += std::to_string(*integer);
  } else if (const double* number = value.AsDouble()) {
    AppendJsonNumber(*number, out);
  } else if (const std::string* text = value.AsString()) {
    AppendJsonString(*text, out);
  } else if (const Timestamp* timestamp = value.AsTimestamp()) {
    AppendJsonString(FormatTimestamp(*timestamp), out);
  } else if (const Array* array = value.AsArray()) {
    *out += '[';
    for (size_t i = 0; i < array->size(); ++i) {
      if (i > 0) *out += ',';
      AppendJson((*array)[i], out);
    }
    *out += ']';
  } else if (const Object* object = value.AsObject()) {
    *out += '{';
    bool first = true;
    for (const Member& member : object->members()) {
      if (!first) *out += ',';
      first = false;
      AppendJsonString(member.key, out);
      *out += ':';
      AppendJson(member.value, out);
    }
    *out += '}';
  } else {
    *out += "null";
  }
}

void JsonWriter::Separate() {
  if (needs_comma_) *out_ += ',';
  needs_comma_ = true;
}

JsonWriter& JsonWriter::BeginObject() {
  Separate();
  *out_ += '{';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::EndObject() {
  *out_ += '}';
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::BeginArray() {
  Separate();
  *out_ += '[';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::EndArray() {
  *out_ += ']';
  needs_comma_ = true;
  return *this;
}

JsonWriter& JsonWriter::Key(std::string_view key) {
  Separate();
  AppendJsonString(key, out_);
  *out_ += ':';
  needs_comma_ = false;
  return *this;
}

JsonWriter& JsonWriter::String(std::string_view text) {
  Separate();
  AppendJsonString(text, out_);
  return *this;
}

JsonWriter& JsonWriter::Int(int64_t number) {
  Separate();
  *out_ += std::to_string(number);
  return *this;
}

JsonWriter& JsonWriter::Double(double number) {
  Separate();
  AppendJsonNumber(number, out_);
  return *this;
}

JsonWriter& JsonWriter::Bool(bool value) {
  Separate();
  *out_ += value ? "true" : "false";
  return *this;
}

JsonWriter& JsonWriter::Null() {
  Separate();
  *out_ += "null";
  return *this;
}

JsonWriter& JsonWriter::StringOrNull(std::string_view text) {
  return text.empty() ? Null() : String(text);
}

}  // namespace offprint::data
