// assets/cite.js of the default theme writes the same; tests/citations holds
// both to that.
#include "citations/csl_json.h"

#include <string_view>

#include "citations/key.h"
#include "citations/person_name.h"
#include "data/json.h"

namespace offprint {
namespace {

void Put(std::string_view key, std::string_view value, data::JsonWriter* json) {
  if (!value.empty()) json->Key(key).String(value);
}

void PutAuthor(std::string_view author, data::JsonWriter* json) {
  const PersonName name = ReadPersonName(author);
  json->BeginObject();
  if (name.given.empty()) {
    json->Key("literal").String(name.family);
  } else {
    json->Key("family").String(name.family);
    json->Key("given").String(name.given);
    Put("non-dropping-particle", name.particle, json);
    Put("suffix", name.suffix, json);
  }
  json->EndObject();
}

void PutIssued(const Citation& citation, data::JsonWriter* json) {
  json->Key("issued").BeginObject().Key("date-parts").BeginArray();
  json->BeginArray().Int(citation.year);
  if (citation.month > 0) json->Int(citation.month);
  if (citation.day > 0) json->Int(citation.day);
  json->EndArray().EndArray().EndObject();
}

}  // namespace

void AppendCslJson(const Citation& citation, std::string* out) {
  data::JsonWriter json(out);
  json.BeginObject().Key("id").String(CitationKey(citation));
  json.Key("type").String(IsArticle(citation) ? "article-journal" : "article");
  Put("title", citation.title, &json);
  if (!citation.authors.empty()) {
    json.Key("author").BeginArray();
    for (const std::string& author : citation.authors) PutAuthor(author, &json);
    json.EndArray();
  }
  if (citation.year > 0) PutIssued(citation, &json);
  Put("container-title", citation.journal, &json);
  if (!citation.arxiv_id.empty()) {
    if (!IsArticle(citation)) json.Key("publisher").String("arXiv");
    json.Key("number").String("arXiv:" + citation.arxiv_id);
  }
  Put("DOI", citation.doi, &json);
  Put("URL", citation.url, &json);
  Put("note", citation.withdrawn ? "Withdrawn" : "", &json);
  json.EndObject();
}

}  // namespace offprint
