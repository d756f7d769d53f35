// Any text is parsed as a template: it is one, or an error says why not.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "liquid/engine.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* bytes, size_t size) {
  static const offprint::liquid::Engine engine({});
  offprint::Diagnostics diagnostics;
  const std::string text(reinterpret_cast<const char*>(bytes), size);
  const auto parsed = engine.Parse({"fuzz", text, 1}, diagnostics);
  if ((parsed == nullptr) != (diagnostics.errors() > 0)) std::abort();
  return 0;
}
