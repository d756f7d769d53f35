// Prints how queries are read, for a comparison with the client's reading: JSON
// strings in, a line each; the client's objects out.
#include <cstdio>
#include <iostream>
#include <string>

#include "base/diagnostics.h"
#include "data/json_parser.h"
#include "search/query.h"
#include "search/query_json.h"

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    offprint::Diagnostics diagnostics;
    const offprint::data::Value text =
        offprint::data::ParseJson(line, "stdin", diagnostics);
    if (diagnostics.errors() > 0 || text.AsString() == nullptr) return 1;
    std::puts(offprint::search::QueryJson(
                  offprint::search::ParseQuery(*text.AsString()))
                  .c_str());
  }
}
