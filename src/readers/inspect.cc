#include "readers/inspect.h"

#include "data/json.h"

namespace offprint {
namespace {

using data::JsonWriter;

void WriteDate(const std::optional<Date>& date, JsonWriter& json) {
  if (date) {
    json.String(FormatDate(*date));
  } else {
    json.Null();
  }
}

void WriteLinks(const Links& links, JsonWriter& json) {
  json.BeginObject();
  json.Key("abs").StringOrNull(links.abs);
  json.Key("pdf").StringOrNull(links.pdf);
  json.Key("html").StringOrNull(links.html);
  json.Key("code").StringOrNull(links.code);
  json.EndObject();
}

void WriteSections(const std::vector<Section>& sections, JsonWriter& json) {
  json.BeginObject();
  for (const Section& section : sections) {
    json.Key(SectionName(section.key)).String(section.text);
  }
  json.EndObject();
}

std::optional<Date> DateOf(const Entry& entry, const Digest& digest) {
  if (entry.published) return entry.published;
  return entry.day ? entry.day : digest.date;
}

std::string_view PublicId(const PaperId& id) {
  const bool is_public =
      id.kind == PaperId::Kind::kArxiv || id.kind == PaperId::Kind::kDoi;
  if (!is_public) return {};
  return id.value;
}

void WritePaper(const Entry& entry, const Digest& digest, JsonWriter& json) {
  json.BeginObject();
  json.Key("line").Int(entry.line);
  json.Key("id").StringOrNull(PublicId(entry.id));
  json.Key("version");
  entry.version > 0 ? json.Int(entry.version) : json.Null();
  json.Key("title").StringOrNull(entry.title);
  json.Key("authors").BeginArray();
  for (const std::string_view author : entry.authors) json.String(author);
  json.EndArray();
  json.Key("topic").StringOrNull(entry.topic);
  json.Key("date");
  WriteDate(DateOf(entry, digest), json);
  json.Key("score");
  entry.score ? json.Double(*entry.score) : json.Null();
  json.Key("links");
  WriteLinks(entry.links, json);
  json.Key("sections");
  WriteSections(entry.sections, json);
  json.EndObject();
}

void WriteDiagnostic(const Diagnostic& diagnostic, JsonWriter& json) {
  const auto place = [&](const char* key, int number) {
    json.Key(key);
    number > 0 ? json.Int(number) : json.Null();
  };
  json.BeginObject();
  place("line", diagnostic.where.line);
  place("column", diagnostic.where.column);
  json.Key("severity").String(SeverityName(diagnostic.severity));
  json.Key("message").String(diagnostic.message);
  json.EndObject();
}

}  // namespace

void AppendInspectJson(const Digest& digest,
                       const std::vector<Diagnostic>& diagnostics,
                       std::string* out) {
  JsonWriter json(out);
  json.BeginObject();
  json.Key("file").String(digest.source_file.name());
  json.Key("dialect").String(DialectName(digest.dialect));
  json.Key("date");
  WriteDate(digest.date, json);
  json.Key("source").StringOrNull(digest.source);
  json.Key("meta").BeginObject();
  for (const auto& [key, value] : digest.meta) json.Key(key).String(value);
  json.EndObject();
  json.Key("papers").BeginArray();
  for (const Entry& entry : digest.entries) WritePaper(entry, digest, json);
  json.EndArray();
  json.Key("diagnostics").BeginArray();
  for (const Diagnostic& diagnostic : diagnostics) {
    WriteDiagnostic(diagnostic, json);
  }
  json.EndArray();
  json.EndObject();
}

}  // namespace offprint
