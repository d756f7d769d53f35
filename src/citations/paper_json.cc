#include "citations/paper_json.h"

#include <cstdint>

#include "base/date.h"
#include "pages/site_url.h"

namespace offprint {

std::string_view PaperKindName(PaperId::Kind kind) {
  switch (kind) {
    case PaperId::Kind::kArxiv:
      return "arxiv";
    case PaperId::Kind::kDoi:
      return "doi";
    case PaperId::Kind::kHash:
      return "hash";
    case PaperId::Kind::kNone:
      break;
  }
  return "";
}

void PutIdentity(const PaperId& id, data::JsonWriter* json) {
  json->Key("id").String(id.value);
  json->Key("kind").String(PaperKindName(id.kind));
}

void PutScore(std::optional<double> score, data::JsonWriter* json) {
  json->Key("score");
  score ? json->Double(*score) : json->Null();
}

void PutLinks(const Links& links, data::JsonWriter* json) {
  json->Key("links").BeginObject();
  json->Key("abs").StringOrNull(links.abs);
  json->Key("pdf").StringOrNull(links.pdf);
  json->Key("html").StringOrNull(links.html);
  json->Key("code").StringOrNull(links.code).EndObject();
}

void PutDate(std::optional<Date> date, data::JsonWriter* json) {
  date ? json->String(FormatDate(*date)) : json->Null();
}

void PutTexts(const std::vector<std::string>& texts, data::JsonWriter* json) {
  json->BeginArray();
  for (const std::string& text : texts) json->String(text);
  json->EndArray();
}

void PutMetadata(const Metadata* metadata, data::JsonWriter* json) {
  if (metadata == nullptr) {
    json->Null();
    return;
  }
  json->BeginObject().Key("title").String(metadata->title);
  json->Key("authors").BeginArray();
  for (const MetadataAuthor& author : metadata->authors) {
    json->BeginObject().Key("name").String(author.name);
    PutTexts(author.affiliations, &json->Key("affiliations"));
    json->EndObject();
  }
  json->EndArray();
  PutTexts(metadata->categories, &json->Key("categories"));
  json->Key("comment").StringOrNull(metadata->comment);
  json->Key("journal_ref").StringOrNull(metadata->journal_ref);
  json->Key("doi").StringOrNull(metadata->doi);
  json->Key("version");
  metadata->version > 0 ? json->Int(metadata->version) : json->Null();
  json->Key("published");
  PutDate(metadata->published, json);
  json->Key("updated");
  PutDate(metadata->updated, json);
  json->Key("withdrawn").Bool(metadata->withdrawn).EndObject();
}

void PutPaper(const Site& site, PaperIndex index, data::JsonWriter* json) {
  const Archive& archive = *site.archive;
  const Paper& paper = archive.papers[index];
  json->BeginObject();
  PutIdentity(paper.id, json);
  json->Key("title").String(paper.title);
  json->Key("original_title").StringOrNull(paper.original_title);
  json->Key("url").String(PublicUrl(site, site.paper_pages[index]));
  json->Key("authors").BeginArray();
  for (const AuthorIndex author : paper.authors) {
    json->String(archive.authors[author].name);
  }
  json->EndArray().Key("topics").BeginArray();
  for (const TopicIndex topic : paper.topics) {
    json->String(archive.topics[topic].name);
  }
  json->EndArray().Key("versions").BeginArray();
  for (const int version : paper.versions) json->Int(version);
  json->EndArray().Key("days").BeginArray();
  for (const DayIndex day : paper.days) {
    PutDate(archive.days[day].date, json);
  }
  json->EndArray().Key("published");
  PutDate(paper.published, json);
  PutScore(paper.score, json);
  PutLinks(paper.links, json);
  json->Key("entries").Int(static_cast<int64_t>(paper.entries.size()));
  json->Key("metadata");
  PutMetadata(paper.metadata, json);
  json->EndObject();
}

}  // namespace offprint
