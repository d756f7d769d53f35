#include "engines/meilisearch.h"

#include <cstddef>
#include <cstdio>

#include "base/text.h"
#include "data/json.h"
#include "engines/document.h"

namespace offprint::engines {
namespace {

constexpr size_t kLongestId = 511;     // bytes
constexpr size_t kLongestFacet = 468;  // bytes

// "sort" stands first: whoever asks for the newest wants no other order. Texts
// are Chinese or English, which spares Meilisearch a guess that takes short
// Chinese titles for Japanese.
constexpr std::string_view kSettings = R"({
  "searchableAttributes": ["title", "other_titles", "authors", "topics", "texts", "paper_id"],
  "filterableAttributes": ["paper_id", "authors", "topics", "sources", "years", "day_numbers", "score", "code"],
  "sortableAttributes": ["last_seen", "published", "score"],
  "rankingRules": ["sort", "words", "typo", "proximity", "attribute", "exactness", "last_seen:desc"],
  "localizedAttributes": [{"attributePatterns": ["*"], "locales": ["cmn", "eng"]}],
  "typoTolerance": {"disableOnAttributes": ["paper_id"]},
  "faceting": {"maxValuesPerFacet": 1000, "sortFacetValuesBy": {"*": "count"}},
  "pagination": {"maxTotalHits": 10000}
}
)";

void PutDayNumbers(const Archive& archive, const search::Record& record,
                   data::JsonWriter* json) {
  if (record.days.empty()) return;
  json->Key("day_numbers").BeginArray();
  for (const DayIndex day : record.days) {
    const Date date = archive.days[day].date;
    json->Int(date.year * 10000 + date.month * 100 + date.day);
  }
  json->EndArray();
}

}  // namespace

std::string_view MeilisearchSettings() { return kSettings; }

std::string MeilisearchId(std::string_view id) {
  std::string encoded;
  for (const char c : id) {
    if (IsAsciiAlpha(c) || IsAsciiDigit(c) || c == '-') {
      encoded += c;
      continue;
    }
    char digits[4];
    std::snprintf(digits, sizeof digits, "_%02x",
                  static_cast<unsigned char>(c));
    encoded += digits;
  }
  return ShortId(encoded, kLongestId);
}

void AppendMeilisearchLine(const Archive& archive, const search::Record& record,
                           std::string* out) {
  data::JsonWriter json(out);
  json.BeginObject().Key("id").String(MeilisearchId(record.id));
  json.Key("paper_id").String(record.id);
  PutMembers(archive, record, kLongestFacet, &json);
  PutDayNumbers(archive, record, &json);
  json.EndObject();
  out->push_back('\n');
}

}  // namespace offprint::engines
