#include <algorithm>
#include <charconv>
#include <utility>

#include "base/text.h"
#include "data/json_parser.h"
#include "lookup/answer_text.h"
#include "lookup/doi_answers.h"
#include "lookup/json_members.h"
#include "metadata/tidy.h"

namespace offprint::lookup {
namespace {

// "Vaswani, A.; Shazeer, N.": given names come behind.
std::vector<MetadataAuthor> AuthorsOf(std::string_view text) {
  std::vector<MetadataAuthor> authors;
  for (const std::string_view part : Split(text, ';')) {
    const std::string_view name = Trim(part);
    if (name.empty()) continue;
    const size_t comma = name.find(',');
    if (comma == std::string_view::npos) {
      authors.push_back({std::string(name), {}});
      continue;
    }
    std::string ordered(Trim(name.substr(comma + 1)));
    if (!ordered.empty()) ordered += ' ';
    ordered += Trim(name.substr(0, comma));
    authors.push_back({std::move(ordered), {}});
  }
  return authors;
}

int NumberOf(std::string_view text) {
  int number = 0;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return std::max(number, 0);
}

// bioRxiv has no field for it that it fills: titles say so.
bool SaysWithdrawn(const data::Object& version) {
  return EqualsIgnoreCase(TextMember(version, "type"), "withdrawn") ||
         StartsWithIgnoreCase(TextMember(version, "title"), "withdrawn");
}

Metadata MetadataOf(const data::Object& version, const PaperId& id) {
  Metadata metadata;
  metadata.id = id;
  metadata.title = TextOfMarkup(TextMember(version, "title"));
  metadata.abstract = TextOfMarkup(TextMember(version, "abstract"));
  metadata.authors = AuthorsOf(TextMember(version, "authors"));
  metadata.categories = {TextMember(version, "category")};
  metadata.version = NumberOf(TextMember(version, "version"));
  metadata.updated = ParseDate(TextMember(version, "date"));
  metadata.withdrawn = SaysWithdrawn(version);
  // "NA", or the DOI of the journal's article.
  metadata.doi = TextMember(version, "published");
  Tidy(&metadata);
  return metadata;
}

}  // namespace

DoiAnswer ParseBiorxiv(std::string_view json, const PaperId& asked) {
  Diagnostics of_json;
  const data::Value value = data::ParseJson(json, "", of_json);
  const data::Object* answer = value.AsObject();
  if (answer == nullptr || answer->Find("collection") == nullptr) {
    return {"the answer is not that of bioRxiv's API", std::nullopt};
  }
  DoiAnswer result;
  std::optional<Date> first;
  for (const data::Value& item : ListMember(*answer, "collection")) {
    const data::Object* version = item.AsObject();
    if (version == nullptr ||
        AsciiLower(TextMember(*version, "doi")) != asked.value) {
      continue;
    }
    Metadata metadata = MetadataOf(*version, asked);
    if (metadata.title.empty()) continue;
    if (!first) first = metadata.updated;
    metadata.published = first;
    result.metadata = std::move(metadata);
  }
  return result;
}

}  // namespace offprint::lookup
