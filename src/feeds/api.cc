#include "feeds/api.h"

#include <algorithm>
#include <numeric>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/parallel.h"
#include "citations/paper_json.h"
#include "data/json.h"
#include "model/archive.h"
#include "pages/site_url.h"

namespace offprint {
namespace {

constexpr size_t kPapersPerPage = 500;

// The last page has what is left.
size_t PagesOf(const std::vector<PaperIndex>& all) {
  return std::max<size_t>(1,
                          (all.size() + kPapersPerPage - 1) / kPapersPerPage);
}

// `number` counts from 1.
std::span<const PaperIndex> PapersOfPage(const std::vector<PaperIndex>& all,
                                         size_t number) {
  const std::span from = std::span(all).subspan((number - 1) * kPapersPerPage);
  return from.first(std::min(from.size(), kPapersPerPage));
}

std::string DayPath(Date date) {
  return "api/days/" + FormatDate(date) + ".json";
}

std::string PagePath(size_t number) {
  return "api/papers/" + std::to_string(number) + ".json";
}

// Writes one file, piece by piece.
class ApiFile {
 public:
  explicit ApiFile(const Site& site)
      : site_(site), archive_(*site.archive), json_(&bytes_) {}

  const std::string& bytes() const { return bytes_; }

  void WriteIndex(size_t pages);
  // Page `number` of all papers in the API's order.
  void WritePapers(size_t number, const std::vector<PaperIndex>& all);
  void WriteDay(DayIndex day);
  void WriteNoDay();

 private:
  void PutAddress(std::string_view key, const std::string& path) {
    json_.Key(key).String(PublicUrl(*site_.config, "/" + path));
  }
  // Null for a day that there is not, or where days have no JSON.
  void PutDayAddress(std::string_view key, DayIndex day) {
    if (day < archive_.days.size() && site_.config->api_days) {
      PutAddress(key, DayPath(archive_.days[day].date));
    } else {
      json_.Key(key).Null();
    }
  }
  void PutEntry(const ArchiveEntry& entry);
  void PutSections(const std::vector<Section>& sections);

  const Site& site_;
  const Archive& archive_;
  std::string bytes_;
  data::JsonWriter json_;
};

void ApiFile::WriteIndex(size_t pages) {
  const SiteConfig& config = *site_.config;
  json_.BeginObject().Key("api").Int(1);
  json_.Key("title").String(config.title);
  json_.Key("description").StringOrNull(config.description);
  PutAddress("url", "");
  json_.Key("papers").Int(static_cast<int64_t>(archive_.papers.size()));
  json_.Key("entries").Int(static_cast<int64_t>(archive_.entries.size()));
  PutAddress("latest", "api/latest.json");
  json_.Key("pages").BeginArray();
  for (size_t page = 1; page <= pages; ++page) {
    json_.String(PublicUrl(config, "/" + PagePath(page)));
  }
  json_.EndArray().Key("days").BeginArray();
  for (size_t i = archive_.days.size(); i-- > 0;) {
    const Day& day = archive_.days[i];
    json_.BeginObject().Key("date").String(FormatDate(day.date));
    json_.Key("url").String(PublicUrl(site_, site_.day_pages[i]));
    PutDayAddress("api", static_cast<DayIndex>(i));
    json_.Key("papers").Int(day.papers).EndObject();
  }
  json_.EndArray().Key("topics").BeginArray();
  for (size_t i = 0; i < archive_.topics.size(); ++i) {
    const Topic& topic = archive_.topics[i];
    const Permalink& list = site_.pages[site_.topic_pages[i]].permalink;
    json_.BeginObject().Key("name").String(topic.name);
    json_.Key("url").String(PublicUrl(config, list.value));
    json_.Key("feed").String(PublicUrl(config, FeedPermalink(list).value));
    json_.Key("papers").Int(static_cast<int64_t>(topic.papers.size()));
    json_.EndObject();
  }
  json_.EndArray().EndObject();
}

void ApiFile::WritePapers(size_t number, const std::vector<PaperIndex>& all) {
  json_.BeginObject().Key("page").Int(static_cast<int64_t>(number));
  if (number < PagesOf(all)) {
    PutAddress("next", PagePath(number + 1));
  } else {
    json_.Key("next").Null();
  }
  json_.Key("papers").BeginArray();
  for (const PaperIndex paper : PapersOfPage(all, number)) {
    PutPaper(site_, paper, &json_);
  }
  json_.EndArray().EndObject();
}

void ApiFile::WriteDay(DayIndex index) {
  const Day& day = archive_.days[index];
  json_.BeginObject().Key("date").String(FormatDate(day.date));
  json_.Key("url").String(PublicUrl(site_, site_.day_pages[index]));
  json_.Key("papers").Int(day.papers);
  PutDayAddress("previous", index - 1);  // of the first: kNoIndex
  PutDayAddress("next", index + 1);
  json_.Key("entries").BeginArray();
  for (const EntryIndex entry : day.entries) PutEntry(archive_.entries[entry]);
  json_.EndArray().EndObject();
}

void ApiFile::WriteNoDay() {
  json_.BeginObject().Key("date").Null().Key("url").Null();
  json_.Key("papers").Int(0).Key("previous").Null().Key("next").Null();
  json_.Key("entries").BeginArray().EndArray().EndObject();
}

void ApiFile::PutEntry(const ArchiveEntry& place) {
  const Entry& entry = *place.entry;
  const Paper& paper = archive_.papers[place.paper];
  json_.BeginObject();
  PutIdentity(paper.id, &json_);
  json_.Key("version");
  entry.version > 0 ? json_.Int(entry.version) : json_.Null();
  json_.Key("title").String(entry.title.empty() ? paper.title : entry.title);
  json_.Key("original_title").StringOrNull(entry.original_title);
  json_.Key("title_note").StringOrNull(entry.title_note);
  json_.Key("url").String(PublicUrl(site_, site_.paper_pages[place.paper]));
  json_.Key("authors").BeginArray();
  for (const std::string_view author : entry.authors) json_.String(author);
  json_.EndArray();
  json_.Key("topic").StringOrNull(
      place.topic == kNoIndex ? "" : archive_.topics[place.topic].name);
  json_.Key("source").StringOrNull(entry.source);
  json_.Key("published");
  PutDate(entry.published, &json_);
  PutScore(entry.score, &json_);
  PutLinks(entry.links, &json_);
  PutSections(entry.sections);
  json_.Key("digest").BeginObject();
  json_.Key("name").String(place.digest->source_file.name());
  json_.Key("dialect").String(DialectName(place.digest->dialect)).EndObject();
  json_.Key("repeats").Int(place.repeats).EndObject();
}

// Sections of one key, should a digest have several, become one.
void ApiFile::PutSections(const std::vector<Section>& sections) {
  json_.Key("sections").BeginObject();
  for (auto section = sections.begin(); section != sections.end(); ++section) {
    const auto has_key = [&](const Section& other) {
      return other.key == section->key;
    };
    if (std::any_of(sections.begin(), section, has_key)) continue;
    std::string text(section->text);
    for (auto other = section + 1; other != sections.end(); ++other) {
      if (has_key(*other)) text.append("\n\n").append(other->text);
    }
    json_.Key(SectionName(section->key)).String(text);
  }
  json_.EndObject();
}

// All papers, those first seen first.
std::vector<PaperIndex> OldestFirst(const Archive& archive) {
  std::vector<PaperIndex> papers(archive.papers.size());
  std::iota(papers.rbegin(), papers.rend(), PaperIndex{0});
  return papers;
}

Hash128 HashOfPage(const ContentHashes& hashes, size_t number,
                   const std::vector<PaperIndex>& all) {
  Hasher hasher;
  hasher.Add(uint64_t{number < PagesOf(all)}).Add(uint64_t{number});
  return hasher.Add(hashes.Papers(PapersOfPage(all, number), kAllOfPapers))
      .Take();
}

}  // namespace

void WriteApi(const Site& site, const ContentHashes& hashes, size_t jobs,
              OutputSink& sink) {
  const Archive& archive = *site.archive;
  const std::vector<PaperIndex> all = OldestFirst(archive);
  const size_t pages = PagesOf(all);
  ApiFile index(site);
  index.WriteIndex(pages);
  sink.Write("api/index.json", index.bytes());
  ParallelFor(jobs, pages, [&](size_t, size_t i) {
    const std::string path = PagePath(i + 1);
    if (sink.Keep(path, HashOfPage(hashes, i + 1, all))) return;
    ApiFile papers(site);
    papers.WritePapers(i + 1, all);
    sink.Write(path, papers.bytes());
  });
  const auto write_day = [&](const std::string& path, size_t day) {
    if (sink.Keep(path, hashes.Day(static_cast<DayIndex>(day), kTitles))) {
      return;
    }
    ApiFile file(site);
    file.WriteDay(static_cast<DayIndex>(day));
    sink.Write(path, file.bytes());
  };
  if (site.config->api_days) {
    ParallelFor(jobs, archive.days.size(), [&](size_t, size_t day) {
      write_day(DayPath(archive.days[day].date), day);
    });
  }
  if (!archive.days.empty()) {
    return write_day("api/latest.json", archive.days.size() - 1);
  }
  ApiFile none(site);
  none.WriteNoDay();
  sink.Write("api/latest.json", none.bytes());
}

}  // namespace offprint
