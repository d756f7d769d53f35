#include "metadata/line.h"

#include <array>
#include <utility>

#include "base/text.h"
#include "data/json.h"
#include "data/json_parser.h"
#include "metadata/tidy.h"

namespace offprint {
namespace {

void PutText(std::string_view key, std::string_view text,
             data::JsonWriter* json) {
  if (!text.empty()) json->Key(key).String(text);
}

void PutDate(std::string_view key, const std::optional<Date>& date,
             data::JsonWriter* json) {
  if (date) json->Key(key).String(FormatDate(*date));
}

void PutList(std::string_view key, const std::vector<std::string>& texts,
             data::JsonWriter* json) {
  if (texts.empty()) return;
  json->Key(key).BeginArray();
  for (const std::string& text : texts) json->String(text);
  json->EndArray();
}

void PutAuthors(const std::vector<MetadataAuthor>& authors,
                data::JsonWriter* json) {
  if (authors.empty()) return;
  json->Key("authors").BeginArray();
  for (const MetadataAuthor& author : authors) {
    json->BeginObject().Key("name").String(author.name);
    PutList("affiliations", author.affiliations, json);
    json->EndObject();
  }
  json->EndArray();
}

// Reads the members of one line, and stops at the first that is not what it
// should be.
class LineReader {
 public:
  LineReader(SourceLocation where, Diagnostics& diagnostics)
      : where_(std::move(where)), diagnostics_(diagnostics) {}

  std::optional<MetadataLine> Read(const data::Value& value) {
    const data::Object* object = value.AsObject();
    if (object == nullptr) {
      Fail(value.mark, "a line has to be a JSON object, as {\"id\": …}");
      return std::nullopt;
    }
    const PaperId id = ReadId(*object);
    if (id.empty()) return std::nullopt;
    if (object->Find("unknown_on") != nullptr) {
      const std::optional<Date> on = ReadDate(*object, "unknown_on");
      if (!on) return std::nullopt;
      return UnknownPaper{id, *on};
    }
    Metadata metadata = ReadMetadata(*object);
    metadata.id = id;
    Tidy(&metadata);
    if (!failed_ && metadata.title.empty()) {
      Fail({}, "\"title\" is missing");
    }
    if (failed_) return std::nullopt;
    return metadata;
  }

 private:
  void Fail(data::Mark mark, std::string message) {
    if (failed_) return;
    failed_ = true;
    where_.column = mark.column > 0 ? mark.column : 1;
    diagnostics_.Error(where_, std::move(message) +
                                   "; the line is left as it is and not used");
  }

  PaperId ReadId(const data::Object& object) {
    const data::Value* value = object.Find("id");
    const std::string* text = value != nullptr ? value->AsString() : nullptr;
    PaperId id = text != nullptr ? IdFromText(*text).id : PaperId();
    if (id.empty()) {
      Fail(value != nullptr ? value->mark : data::Mark(),
           "\"id\" has to be an arXiv id or a DOI");
    }
    return id;
  }

  // The text of a value; null is none.
  std::string TextOf(const data::Value& value, const std::string& name) {
    if (value.IsNull()) return {};
    if (const std::string* text = value.AsString()) return *text;
    Fail(value.mark,
         "\"" + name + "\" has to be a text, not " + value.TypeName());
    return {};
  }

  std::string ReadText(const data::Object& object, const std::string& name) {
    const data::Value* value = object.Find(name);
    return value == nullptr ? std::string() : TextOf(*value, name);
  }

  std::optional<Date> ReadDate(const data::Object& object,
                               const std::string& name) {
    const data::Value* value = object.Find(name);
    if (value == nullptr || value->IsNull()) return std::nullopt;
    const std::optional<Date> date = ParseDate(TextOf(*value, name));
    if (!date) {
      Fail(value->mark, "\"" + name + "\" has to be a day, as 2026-01-23");
    }
    return date;
  }

  const data::Array* ListOf(const data::Object& object,
                            const std::string& name) {
    const data::Value* value = object.Find(name);
    if (value == nullptr || value->IsNull()) return nullptr;
    if (value->AsArray() == nullptr) {
      Fail(value->mark,
           "\"" + name + "\" has to be a list, not " + value->TypeName());
    }
    return value->AsArray();
  }

  std::vector<std::string> ReadTexts(const data::Object& object,
                                     const std::string& name) {
    std::vector<std::string> texts;
    const data::Array* list = ListOf(object, name);
    if (list == nullptr) return texts;
    for (const data::Value& value : *list) {
      texts.push_back(TextOf(value, name));
    }
    return texts;
  }

  std::vector<MetadataAuthor> ReadAuthors(const data::Object& object) {
    std::vector<MetadataAuthor> authors;
    const data::Array* list = ListOf(object, "authors");
    if (list == nullptr) return authors;
    for (const data::Value& value : *list) {
      const data::Object* author = value.AsObject();
      if (author == nullptr) {
        Fail(value.mark, "an author has to be an object, as {\"name\": …}");
        return authors;
      }
      authors.push_back(
          {ReadText(*author, "name"), ReadTexts(*author, "affiliations")});
    }
    return authors;
  }

  Metadata ReadMetadata(const data::Object& object) {
    Metadata metadata;
    metadata.title = ReadText(object, "title");
    metadata.abstract = ReadText(object, "abstract");
    metadata.authors = ReadAuthors(object);
    metadata.categories = ReadTexts(object, "categories");
    metadata.comment = ReadText(object, "comment");
    metadata.journal_ref = ReadText(object, "journal_ref");
    metadata.doi = ReadText(object, "doi");
    metadata.published = ReadDate(object, "published");
    metadata.updated = ReadDate(object, "updated");
    if (const data::Value* version = object.Find("version")) {
      const int64_t* number = version->AsInt();
      constexpr int64_t kMostVersions = 100'000;
      if (number == nullptr || *number < 0 || *number > kMostVersions) {
        Fail(version->mark, "\"version\" has to be a whole number");
      } else {
        metadata.version = static_cast<int>(*number);
      }
    }
    if (const data::Value* withdrawn = object.Find("withdrawn")) {
      if (withdrawn->AsBool() == nullptr) {
        Fail(withdrawn->mark, "\"withdrawn\" has to be true or false");
      } else {
        metadata.withdrawn = *withdrawn->AsBool();
      }
    }
    return metadata;
  }

  SourceLocation where_;
  Diagnostics& diagnostics_;
  bool failed_ = false;
};

}  // namespace

std::string FormatLine(const Metadata& metadata) {
  std::string line;
  data::JsonWriter json(&line);
  json.BeginObject().Key("id").String(metadata.id.value);
  if (metadata.version > 0) json.Key("version").Int(metadata.version);
  PutText("title", metadata.title, &json);
  PutAuthors(metadata.authors, &json);
  PutList("categories", metadata.categories, &json);
  PutText("comment", metadata.comment, &json);
  PutText("journal_ref", metadata.journal_ref, &json);
  PutText("doi", metadata.doi, &json);
  PutDate("published", metadata.published, &json);
  PutDate("updated", metadata.updated, &json);
  if (metadata.withdrawn) json.Key("withdrawn").Bool(true);
  PutText("abstract", metadata.abstract, &json);
  json.EndObject();
  return line;
}

std::string FormatLine(const UnknownPaper& unknown) {
  std::string line;
  data::JsonWriter json(&line);
  json.BeginObject().Key("id").String(unknown.id.value);
  json.Key("unknown_on").String(FormatDate(unknown.on)).EndObject();
  return line;
}

std::optional<MetadataLine> ParseLine(std::string_view line,
                                      SourceLocation where,
                                      Diagnostics& diagnostics) {
  // An excerpt is for people.
  constexpr size_t kMostShown = 100'000;
  if (line.size() <= kMostShown) where.excerpt = line;
  Diagnostics of_json;
  data::Value value;
  if (const std::optional<size_t> bad = FindInvalidUtf8(line)) {
    of_json.Error({"", 1, static_cast<int>(*bad) + 1}, "not UTF-8");
  } else {
    value = data::ParseJson(line, where.file, of_json);
  }
  if (of_json.errors() > 0) {
    const Diagnostic& first = of_json.list().front();
    where.column = first.where.column;
    diagnostics.Error(
        where, first.message + "; the line is left as it is and not used");
    return std::nullopt;
  }
  return LineReader(std::move(where), diagnostics).Read(value);
}

}  // namespace offprint
