// Any template that can be parsed is rendered, with values of every kind and
// an include that is the template itself: it ends, within its limits.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "data/json_parser.h"
#include "liquid/engine.h"

namespace {

using offprint::Diagnostics;
using offprint::liquid::Arena;
using offprint::liquid::Engine;
using offprint::liquid::Hash;
using offprint::liquid::Options;
using offprint::liquid::Source;
using offprint::liquid::Value;

const offprint::data::Value& Values() {
  static Diagnostics diagnostics;
  static const offprint::data::Value values = offprint::data::ParseJson(
      R"({"a": [1, "2", null, [3.5, {"k": "v"}]], "h": {"x": 1, "y": []},
          "s": "Text <b> 论文", "n": -7, "f": 2.5, "t": true,
          "d": "2024-03-05", "page": {"path": "a/b.md"}})",
      "values", diagnostics);
  return values;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  Options options;
  options.limits.loop_items = 2000;
  options.limits.output_bytes = 1 << 16;
  options.limits.memory_bytes = 1 << 20;
  options.load_include = [&](std::string_view) {
    return Source{"include", text, 1};
  };
  const Engine engine(options);
  Diagnostics diagnostics;
  const auto parsed = engine.Parse({"fuzz", text, 1}, diagnostics);
  if (parsed == nullptr) return 0;
  Hash globals;
  for (const auto& member : Values().AsObject()->members()) {
    globals.Set(std::string_view(member.key), Value(member.value));
  }
  Arena arena;
  std::string out;
  const bool done = engine.Render(*parsed, globals, arena, &out, diagnostics);
  if (done == (diagnostics.errors() > 0)) std::abort();
  return 0;
}
