#include "citations/json_ld.h"

#include "data/json.h"

namespace offprint {

std::string FormatJsonLd(const Citation& citation, std::string_view url,
                         std::string_view lang) {
  std::string out;
  data::JsonWriter json(&out);
  json.BeginObject().Key("@context").String("https://schema.org");
  json.Key("@type").String("ScholarlyArticle");
  json.Key("headline").String(citation.title);
  json.Key("url").String(url);
  json.Key("inLanguage").String(lang);
  if (!citation.authors.empty()) {
    json.Key("author").BeginArray();
    for (const std::string& author : citation.authors) {
      json.BeginObject().Key("@type").String("Person");
      json.Key("name").String(author).EndObject();
    }
    json.EndArray();
  }
  if (citation.year > 0) {
    std::string date = SlashedDate(citation);
    for (char& c : date) c = c == '/' ? '-' : c;
    json.Key("datePublished").String(date);
  }
  if (!citation.journal.empty()) {
    json.Key("isPartOf").BeginObject().Key("@type").String("Periodical");
    json.Key("name").String(citation.journal).EndObject();
  }
  if (citation.withdrawn) {
    json.Key("creativeWorkStatus").String("Withdrawn");
  }
  if (!citation.abs.empty()) json.Key("sameAs").String(citation.abs);
  if (!citation.doi.empty()) {
    json.Key("identifier").String("doi:" + citation.doi);
  } else if (!citation.arxiv_id.empty()) {
    json.Key("identifier").String("arXiv:" + citation.arxiv_id);
  }
  json.EndObject();
  return out;
}

}  // namespace offprint
