#include "data/json.h"

#include <charconv>
#include <cstdio>

namespace offprint::data {

void AppendJsonString(std::string_view text, std::string* out) {
  *out += '"';
  size_t start = 0;
  for (size_t at = 0; at < text.size(); ++at) {
    const auto c = static_cast<unsigned char>(text[at]);
    char escape[8] = {};
    size_t width = 1;
    if (c == '"' || c == '\\') {
      std::snprintf(escape, sizeof escape, "\\%c", c);
    } else if (c == '\n') {
      std::snprintf(escape, sizeof escape, "\\n");
    } else if (c == '\t') {
      std::snprintf(escape, sizeof escape, "\\t");
    } else if (c < 0x20 || c == 0x7F || c == '<') {
      std::snprintf(escape, sizeof escape, "\\u%04x", c);
    } else if (c == 0xE2 && (text.compare(at, 3, "\xE2\x80\xA8") == 0 ||
                             text.compare(at, 3, "\xE2\x80\xA9") == 0)) {
      std::snprintf(escape, sizeof escape, "\\u20%02x",
                    static_cast<unsigned char>(text[at + 2]) - 0x80);
      width = 3;
    } else {
      continue;
    }
    out->append(text, start, at - start);
    out->append(escape);
    at += width - 1;
    start = at + 1;
  }
  out->append(text, start);
  *out += '"';
}

void AppendJsonNumber(double number, std::string* out) {
  char buffer[40];
  const auto end = std::to_chars(buffer, buffer + sizeof buffer, number).ptr;
  const std::string_view digits(buffer, static_cast<size_t>(end - buffer));
  out->append(digits);
  if (digits.find_first_of(".en") == std::string_view::npos) *out += ".0";
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
