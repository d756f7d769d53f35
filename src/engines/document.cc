#include "engines/document.h"

#include <optional>

#include "base/date.h"
#include "model/paper_id.h"

namespace offprint::engines {
namespace {

// The text, cut between code points.
std::string_view Cut(std::string_view text, size_t most) {
  if (text.size() <= most) return text;
  while (most > 0 && (static_cast<unsigned char>(text[most]) & 0xC0U) == 0x80) {
    --most;
  }
  return text.substr(0, most);
}

template <typename Texts>
void PutTexts(std::string_view key, const Texts& texts, size_t most,
              data::JsonWriter* json) {
  if (texts.empty()) return;
  json->Key(key).BeginArray();
  for (const std::string_view text : texts) json->String(Cut(text, most));
  json->EndArray();
}

void PutDate(std::string_view key, std::optional<Date> date,
             data::JsonWriter* json) {
  if (date) json->Key(key).String(FormatDate(*date));
}

void PutDays(const Archive& archive, const search::Record& record,
             data::JsonWriter* json) {
  if (record.days.empty()) return;
  json->Key("days").BeginArray();
  for (const DayIndex day : record.days) {
    json->String(FormatDate(archive.days[day].date));
  }
  json->EndArray().Key("years").BeginArray();
  int before = 0;
  for (const DayIndex day : record.days) {
    const int year = archive.days[day].date.year;
    if (year != before) json->Int(year);
    before = year;
  }
  json->EndArray();
}

}  // namespace

void PutMembers(const Archive& archive, const search::Record& record,
                size_t most, data::JsonWriter* json) {
  json->Key("url").String(record.url);
  json->Key("title").String(record.title);
  PutTexts("other_titles", record.other_titles, std::string::npos, json);
  PutTexts("authors", record.authors, most, json);
  PutTexts("topics", record.topics, most, json);
  PutTexts("sources", record.sources, most, json);
  PutDate("last_seen", record.last_seen, json);
  PutDate("published", record.published, json);
  PutDays(archive, record, json);
  if (record.score) json->Key("score").Double(*record.score);
  json->Key("code").Bool(record.has_code);
  PutTexts("texts", record.texts, std::string::npos, json);
}

std::string ShortId(std::string_view id, size_t most) {
  if (id.size() <= most) return std::string(id);
  const std::string hash = HashId(id).value;
  return std::string(Cut(id, most - hash.size() - 2)) + "__" + hash;
}

}  // namespace offprint::engines
