// Prints the normal form and the keys of texts, for a comparison with the
// client's: JSON strings in, a line each; JSON arrays [normal form, [keys in
// the order of their bytes], code points that are not assigned yet] out.
#include <cstdio>
#include <iostream>
#include <set>
#include <string>

#include "base/diagnostics.h"
#include "base/text.h"
#include "base/unicode.h"
#include "data/json.h"
#include "data/json_parser.h"
#include "search/keys.h"
#include "search/normal_form.h"

namespace {

// A browser may know a newer Unicode.
int64_t CountUnassigned(const std::string& text) {
  int64_t count = 0;
  for (size_t at = 0; at < text.size();) {
    const char32_t c = offprint::NextCodePoint(text, &at);
    if (c >= 0xA0 && !offprint::IsPrintable(c)) ++count;
  }
  return count;
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    offprint::Diagnostics diagnostics;
    const offprint::data::Value text =
        offprint::data::ParseJson(line, "stdin", diagnostics);
    if (diagnostics.errors() > 0 || text.AsString() == nullptr) return 1;
    const std::string normal = offprint::search::NormalForm(*text.AsString());
    std::set<std::string> keys;
    offprint::search::ForEachKey(
        normal,
        [&](offprint::search::Pair pair) {
          keys.insert(offprint::search::KeyOf(pair));
        },
        [&](std::string_view word) { keys.insert("w" + std::string(word)); });
    std::string out;
    offprint::data::JsonWriter json(&out);
    json.BeginArray().String(normal).BeginArray();
    for (const std::string& key : keys) json.String(key);
    json.EndArray().Int(CountUnassigned(*text.AsString())).EndArray();
    std::puts(out.c_str());
  }
}
