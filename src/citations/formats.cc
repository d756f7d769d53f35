#include "citations/formats.h"

#include <algorithm>
#include <array>

#include "base/parallel.h"
#include "citations/bibtex.h"
#include "citations/citation.h"
#include "citations/csl_json.h"
#include "citations/csv.h"
#include "citations/paper_json.h"
#include "citations/ris.h"
#include "data/json.h"

namespace offprint {
namespace {

constexpr size_t kBlock = 1024;  // papers that are in memory at once

// A format of what can be cited, for papers.
template <void (*kAppend)(const Citation&, std::string*)>
void AppendCited(const Site& site, PaperIndex paper, std::string* out) {
  const Archive& archive = *site.archive;
  kAppend(CitationOf(archive, archive.papers[paper]), out);
}

void AppendJsonLine(const Site& site, PaperIndex paper, std::string* out) {
  data::JsonWriter json(out);
  PutPaper(site, paper, &json);
  *out += '\n';
}

}  // namespace

std::span<const CitationFormat> CitationFormats() {
  static const std::array<CitationFormat, 5> kFormats = {{
      {"bibtex", "", "\n", "", AppendCited<AppendBibtex>},
      {"ris", "", "\r\n", "", AppendCited<AppendRis>},
      {"csl-json", "[\n", ",\n", "\n]\n", AppendCited<AppendCslJson>},
      {"csv", CsvHead(), "", "", AppendCsvRow},
      {"jsonl", "", "", "", AppendJsonLine},
  }};
  return kFormats;
}

const CitationFormat* FindCitationFormat(std::string_view name) {
  for (const CitationFormat& format : CitationFormats()) {
    if (format.name == name) return &format;
  }
  return nullptr;
}

void WritePapers(const Site& site, const std::vector<PaperIndex>& papers,
                 const CitationFormat& format, size_t jobs,
                 const std::function<void(std::string_view)>& write) {
  write(format.head);
  for (size_t begin = 0; begin < papers.size(); begin += kBlock) {
    std::vector<std::string> texts(std::min(kBlock, papers.size() - begin));
    ParallelFor(jobs, texts.size(), [&](size_t, size_t i) {
      if (begin + i > 0) texts[i] = format.between;
      format.append(site, papers[begin + i], &texts[i]);
    });
    for (const std::string& text : texts) write(text);
  }
  write(format.tail);
}

}  // namespace offprint
