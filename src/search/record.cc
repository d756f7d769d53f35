#include "search/record.h"

#include <algorithm>
#include <utility>

#include "data/json.h"
#include "markdown/markdown.h"
#include "markdown/plain_title.h"
#include "model/paper_authors.h"
#include "model/paper_title.h"
#include "pages/permalink.h"

namespace offprint::search {
namespace {

template <typename T>
void AddOnce(T value, std::vector<T>* values) {
  if (value.empty() || std::ranges::find(*values, value) != values->end()) {
    return;
  }
  values->push_back(std::move(value));
}

class RecordMaker {
 public:
  RecordMaker(const Site& site, const Tier& tier, const Member& member)
      : archive_(*site.archive), paper_(archive_.papers[member.paper]) {
    for (const EntryIndex i : EntriesOf(archive_, paper_, tier)) {
      placed_.push_back(&archive_.entries[i]);
      entries_.push_back(archive_.entries[i].entry);
    }
    record_.id = paper_.id.value;
    record_.url =
        EncodePermalink(site.Address(site.paper_pages[member.paper])).substr(1);
    record_.score = member.score;
    if (member.last_day != kNoIndex) {
      record_.last_seen = archive_.days[member.last_day].date;
    }
  }

  Record Run() {
    AddTitles();
    record_.authors = AuthorsOf(entries_, paper_.metadata);
    AddFacts();
    AddTexts();
    return std::move(record_);
  }

 private:
  void AddTitles() {
    const TitleChoice titles = ChooseTitle(entries_, paper_.metadata);
    record_.title = PlainTitle(titles.title);
    if (record_.title.empty()) record_.title = record_.id;
    AddTitle(titles.original_title);
    for (const Entry* entry : entries_) {
      AddTitle(entry->title);
      AddTitle(entry->original_title);
    }
  }

  void AddTitle(std::string_view title) {
    if (title.empty()) return;
    std::string plain = PlainTitle(title);
    if (plain != record_.title) {
      AddOnce(std::move(plain), &record_.other_titles);
    }
  }

  void AddFacts() {
    for (auto at = placed_.rbegin(); at != placed_.rend(); ++at) {
      const ArchiveEntry& placed = **at;
      const Entry& entry = *placed.entry;
      if (placed.day != kNoIndex) record_.days.push_back(placed.day);
      if (placed.topic != kNoIndex) {
        AddOnce(archive_.topics[placed.topic].name, &record_.topics);
      }
      AddOnce(entry.source, &record_.sources);
      if (!entry.links.code.empty()) record_.has_code = true;
      if (entry.published &&
          (!record_.published || *entry.published < *record_.published)) {
        record_.published = entry.published;
      }
    }
    std::vector<DayIndex>& days = record_.days;
    std::sort(days.begin(), days.end());
    days.erase(std::unique(days.begin(), days.end()), days.end());
  }

  // Digests repeat texts: those that are the same as written are read once.
  void AddTexts() {
    std::vector<std::string_view> seen;
    const auto add = [&](std::string_view text) {
      const size_t before = seen.size();
      AddOnce(text, &seen);
      if (seen.size() == before) return;
      AddOnce(PlainText(text), &record_.texts);
    };
    for (const Entry* entry : entries_) {
      for (const Section& section : entry->sections) add(section.text);
      add(entry->title_note);
    }
  }

  const Archive& archive_;
  const Paper& paper_;
  std::vector<const ArchiveEntry*> placed_;
  std::vector<const Entry*> entries_;
  Record record_;
};

template <typename Texts>
void PutTexts(const Texts& texts, data::JsonWriter* json) {
  json->BeginArray();
  for (const std::string_view text : texts) json->String(text);
  json->EndArray();
}

void PutDate(std::optional<Date> date, data::JsonWriter* json) {
  date ? json->String(FormatDate(*date)) : json->Null();
}

}  // namespace

Record MakeRecord(const Site& site, const Tier& tier, const Member& member) {
  return RecordMaker(site, tier, member).Run();
}

Record MakeRecord(const Site& site, PaperIndex index) {
  const Paper& paper = site.archive->papers[index];
  const Member member = {
      index, paper.days.empty() ? kNoIndex : paper.days.back(), paper.score};
  return MakeRecord(site, Tier(), member);
}

void AppendRecordJson(const Record& record, std::string* out) {
  data::JsonWriter json(out);
  json.BeginArray().String(record.id).String(record.url).String(record.title);
  PutTexts(record.other_titles, &json);
  PutTexts(record.authors, &json);
  PutDate(record.last_seen, &json);
  PutDate(record.published, &json);
  record.score ? json.Double(*record.score) : json.Null();
  json.Int(record.has_code ? 1 : 0);
  PutTexts(record.sources, &json);
  PutTexts(record.topics, &json);
  PutTexts(record.texts, &json);
  json.EndArray();
}

}  // namespace offprint::search
