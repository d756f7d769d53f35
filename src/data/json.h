// JSON (RFC 8259), written.
#ifndef OFFPRINT_DATA_JSON_H_
#define OFFPRINT_DATA_JSON_H_

#include <cstdint>
#include <string>
#include <string_view>

#include "data/value.h"

namespace offprint::data {

// Appends the text as a JSON string, in double quotes. "<" is written \u003c,
// so that the string can stand in a script element. Line separators and what
// YAML does not take raw (C1 controls, U+FEFF, U+FFFE, U+FFFF) are escaped, so
// that the same bytes are a double-quoted YAML scalar.
void AppendJsonString(std::string_view text, std::string* out);

// Appends a value, without white space. A double is written as its shortest
// form that reads back the same, with ".0" where it is whole; one that is not
// finite is null.
void AppendJson(const Value& value, std::string* out);
void AppendJsonNumber(double number, std::string* out);

// Writes JSON piece by piece, without a tree: commas come by themselves.
//   JsonWriter json(&out);
//   json.BeginObject().Key("id").String(id).Key("n").Int(3).EndObject();
class JsonWriter {
 public:
  // Appends to *out, which outlives the writer.
  explicit JsonWriter(std::string* out) : out_(out) {}

  JsonWriter& BeginObject();
  JsonWriter& EndObject();
  JsonWriter& BeginArray();
  JsonWriter& EndArray();
  JsonWriter& Key(std::string_view key);
  JsonWriter& String(std::string_view text);
  JsonWriter& Int(int64_t number);
  JsonWriter& Double(double number);
  JsonWriter& Bool(bool value);
  JsonWriter& Null();
  // The text, or null for an empty one.
  JsonWriter& StringOrNull(std::string_view text);

 private:
  void Separate();

  std::string* out_;
  bool needs_comma_ = false;
};

}  // namespace offprint::data

#endif  // OFFPRINT_DATA_JSON_H_
