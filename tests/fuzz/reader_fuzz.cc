// Feeds any bytes to every reader. Besides not crashing, what is read must hold
// together: slices lie in the digest, lines in the file, texts are UTF-8.

#include <cstdint>
#include <cstdlib>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "base/text.h"
#include "readers/inspect.h"
#include "readers/reader.h"

namespace {

using offprint::Dialect;
using offprint::Digest;
using offprint::Entry;

void Require(bool holds) {
  if (!holds) std::abort();
}

void RequireText(std::string_view text) {
  Require(!offprint::FindInvalidUtf8(text));
}

void RequireEntry(const Entry& entry, int lines) {
  Require(entry.line >= 1 && entry.line <= lines);
  RequireText(entry.title);
  Require(offprint::IsCollapsed(entry.title));
  Require(offprint::IsCollapsed(entry.original_title));
  RequireText(entry.title_note);
  RequireText(entry.topic);
  for (const std::string_view author : entry.authors) {
    RequireText(author);
    Require(!author.empty());
    Require(offprint::IsCollapsed(author));
  }
  for (const offprint::Section& section : entry.sections) {
    RequireText(section.text);
    Require(!section.text.empty());
    Require(offprint::Trim(section.text).size() == section.text.size());
  }
}

void ReadAs(std::string_view bytes, std::optional<Dialect> forced) {
  offprint::Diagnostics diagnostics;
  offprint::SourceFile file("a.md", std::string(bytes), diagnostics);
  const Digest digest =
      offprint::ReadDigest(std::move(file), forced, diagnostics);
  int lines = 1;
  for (const char c : digest.source_file.text()) lines += c == '\n' ? 1 : 0;
  for (const Entry& entry : digest.entries) RequireEntry(entry, lines);
  std::string json;
  offprint::AppendInspectJson(digest, diagnostics.list(), &json);
  RequireText(json);
  Require(json.find('\n') == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  ReadAs(bytes, std::nullopt);
  for (const std::string_view name : offprint::DialectNames()) {
    ReadAs(bytes, offprint::FindDialect(name));
  }
  return 0;
}
