#include <array>
#include <utility>

#include "base/text.h"
#include "data/json_parser.h"
#include "lookup/answer_text.h"
#include "lookup/doi_answers.h"
#include "lookup/json_members.h"
#include "metadata/tidy.h"

namespace offprint::lookup {
namespace {

std::string NameOf(const data::Object& author) {
  for (const char* whole : {"literal", "name"}) {
    std::string name = TextMember(author, whole);
    if (!name.empty()) return name;
  }
  std::string name = TextMember(author, "given");
  for (const char* part : {"non-dropping-particle", "family", "suffix"}) {
    const std::string text = TextMember(author, part);
    if (text.empty()) continue;
    if (!name.empty()) name += ' ';
    name += text;
  }
  return name;
}

std::vector<MetadataAuthor> AuthorsOf(const data::Object& item) {
  std::vector<MetadataAuthor> authors;
  for (const data::Value& value : ListMember(item, "author")) {
    const data::Object* object = value.AsObject();
    if (object == nullptr) continue;
    MetadataAuthor author;
    author.name = NameOf(*object);
    for (const data::Value& place : ListMember(*object, "affiliation")) {
      if (const data::Object* named = place.AsObject()) {
        author.affiliations.push_back(TextMember(*named, "name"));
      }
    }
    authors.push_back(std::move(author));
  }
  return authors;
}

// {"date-parts": [[2021, 7, 15]]}; one without its day is none.
std::optional<Date> DateOf(const data::Object& item, std::string_view name) {
  const data::Value* value = item.Find(name);
  const data::Object* object = value != nullptr ? value->AsObject() : nullptr;
  if (object == nullptr) return std::nullopt;
  const data::Array& dates = ListMember(*object, "date-parts");
  const data::Array* parts = dates.empty() ? nullptr : dates.front().AsArray();
  if (parts == nullptr || parts->size() < 3) return std::nullopt;
  std::array<int64_t, 3> numbers{};
  for (size_t i = 0; i < numbers.size(); ++i) {
    const data::Value& part = (*parts)[i];
    // Some registries write numbers as texts.
    if (const int64_t* number = part.AsInt()) {
      numbers[i] = *number;
    } else if (const std::string* text = part.AsString()) {
      for (const char c : *text) {
        if (!IsAsciiDigit(c) || numbers[i] > 999) return std::nullopt;
        numbers[i] = numbers[i] * 10 + (c - '0');
      }
    }
  }
  const auto [year, month, day] = numbers;
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 ||
      day > DaysInMonth(static_cast<int>(year), static_cast<int>(month))) {
    return std::nullopt;
  }
  return Date{static_cast<int>(year), static_cast<int>(month),
              static_cast<int>(day)};
}

std::string YearOf(const data::Object& item) {
  const data::Value* value = item.Find("issued");
  const data::Object* object = value != nullptr ? value->AsObject() : nullptr;
  if (object == nullptr) return {};
  const data::Array& dates = ListMember(*object, "date-parts");
  const data::Array* parts = dates.empty() ? nullptr : dates.front().AsArray();
  const int64_t* year =
      parts != nullptr && !parts->empty() ? parts->front().AsInt() : nullptr;
  return year != nullptr ? std::to_string(*year) : std::string();
}

// "Nature 596, 583–589 (2021)"
std::string JournalOf(const data::Object& item) {
  std::string text = TextOfMarkup(TextMember(item, "container-title"));
  if (text.empty()) return {};
  const std::string volume = TextMember(item, "volume");
  const std::string pages = TextMember(item, "page");
  const std::string year = YearOf(item);
  if (!volume.empty()) text += " " + volume;
  if (!pages.empty()) {
    text += ", ";
    for (const char c : pages) c == '-' ? text += "–" : text += c;
  }
  if (!year.empty()) text += " (" + year + ")";
  return text;
}

bool SaysWithdrawn(const data::Object& item) {
  const std::string title = TextMember(item, "title");
  for (const std::string_view word : {"withdrawn:", "retracted:"}) {
    if (StartsWithIgnoreCase(title, word)) return true;
  }
  // Crossref: what notices say of this work.
  for (const data::Value& value : ListMember(item, "updated-by")) {
    const data::Object* notice = value.AsObject();
    if (notice == nullptr) continue;
    const std::string type = TextMember(*notice, "type");
    if (type == "retraction" || type == "withdrawal" || type == "removal") {
      return true;
    }
  }
  return false;
}

}  // namespace

DoiAnswer ParseCsl(std::string_view json, const PaperId& asked) {
  Diagnostics of_json;
  data::Value value = data::ParseJson(json, "", of_json);
  const data::Array* list = value.AsArray();
  const data::Object* item = list != nullptr && !list->empty()
                                 ? list->front().AsObject()
                                 : value.AsObject();
  if (item == nullptr) return {"the answer is no CSL-JSON", std::nullopt};
  if (IdFromText(TextMember(*item, "DOI")).id != asked) {
    return {"the answer is that of another DOI", std::nullopt};
  }
  Metadata metadata;
  metadata.id = asked;
  metadata.title = TextOfMarkup(TextMember(*item, "title"));
  metadata.abstract = TextOfMarkup(TextMember(*item, "abstract"));
  metadata.authors = AuthorsOf(*item);
  metadata.journal_ref = JournalOf(*item);
  for (const char* name : {"issued", "published", "published-online",
                           "published-print", "created"}) {
    if (!metadata.published) metadata.published = DateOf(*item, name);
  }
  metadata.withdrawn = SaysWithdrawn(*item);
  Tidy(&metadata);
  if (metadata.title.empty()) return {"the answer has no title", std::nullopt};
  return {"", std::move(metadata)};
}

}  // namespace offprint::lookup
