// The formats that papers are exported in, as data.
#ifndef OFFPRINT_CITATIONS_FORMATS_H_
#define OFFPRINT_CITATIONS_FORMATS_H_

#include <cstddef>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "pages/site.h"

namespace offprint {

// A file is the head, each paper, `between` two of them the separator, and the
// tail; all of it UTF-8. A file without papers is one that programs read, too.
struct CitationFormat {
  std::string_view name;  // "bibtex"
  std::string_view head;
  std::string_view between;
  std::string_view tail;
  // Appends one paper. Safe from any thread.
  void (*append)(const Site& site, PaperIndex paper, std::string* out);
};

// bibtex, ris, csl-json, csv, jsonl.
std::span<const CitationFormat> CitationFormats();

// That of the name; null for any other.
const CitationFormat* FindCitationFormat(std::string_view name);

// Writes the papers in their order, piece by piece: memory does not grow with
// their number. They are made on `jobs` threads, which changes nothing of the
// bytes; `write` is called from the caller's thread, and may throw.
void WritePapers(const Site& site, const std::vector<PaperIndex>& papers,
                 const CitationFormat& format, size_t jobs,
                 const std::function<void(std::string_view)>& write);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_FORMATS_H_
