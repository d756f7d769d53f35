// Prints the citations of papers, for a comparison with those of the themes'
// cite.js: JSON arrays [kind ("arxiv", "doi", "hash"), id, published, topic,
// abs, pdf, title, [authors], title shown] and, of those with metadata (whose
// title is the same), [doi, journal, "withdrawn" or "", category] behind them
// in, a line each; JSON arrays
// [compact form, BibTeX, RIS, CSL-JSON] out.
#include <cstdio>
#include <iostream>
#include <string>
#include <string_view>

#include "base/date.h"
#include "base/diagnostics.h"
#include "citations/bibtex.h"
#include "citations/citation.h"
#include "citations/csl_json.h"
#include "citations/ris.h"
#include "data/json.h"
#include "data/json_parser.h"

namespace {

using offprint::AuthorIndex;
using offprint::Citation;
using offprint::PaperId;

PaperId::Kind KindOf(std::string_view name) {
  if (name == "arxiv") return PaperId::Kind::kArxiv;
  return name == "doi" ? PaperId::Kind::kDoi : PaperId::Kind::kHash;
}

Citation ReadCitation(const offprint::data::Array& fields) {
  const auto text = [&](size_t i) -> std::string_view {
    return *fields[i].AsString();
  };
  offprint::Archive archive;
  archive.topics.push_back({text(3), {}, {}});
  offprint::Paper paper;
  paper.id = {KindOf(text(0)), std::string(text(1))};
  paper.published = offprint::ParseDate(text(2));
  paper.topics = {0};
  paper.links.abs = text(4);
  paper.links.pdf = text(5);
  paper.title = text(6);
  for (const offprint::data::Value& author : *fields[7].AsArray()) {
    paper.authors.push_back(static_cast<AuthorIndex>(archive.authors.size()));
    archive.authors.push_back({*author.AsString(), {}, {}});
  }
  offprint::Metadata metadata;
  if (fields.size() > 9) {
    metadata.title = text(6);
    metadata.doi = text(9);
    metadata.journal_ref = text(10);
    metadata.withdrawn = !text(11).empty();
    metadata.categories = {std::string(text(12))};
    paper.metadata = &metadata;
  }
  return CitationOf(archive, paper);
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    offprint::Diagnostics diagnostics;
    const offprint::data::Value value =
        offprint::data::ParseJson(line, "stdin", diagnostics);
    if (diagnostics.errors() > 0 || value.AsArray() == nullptr) return 1;
    const Citation citation = ReadCitation(*value.AsArray());
    std::string out;
    offprint::data::JsonWriter json(&out);
    json.BeginArray();
    json.String(CompactForm(citation, *(*value.AsArray())[8].AsString()));
    for (const auto append : {offprint::AppendBibtex, offprint::AppendRis,
                              offprint::AppendCslJson}) {
      std::string text;
      append(citation, &text);
      json.String(text);
    }
    json.EndArray();
    std::puts(out.c_str());
  }
}
