// What the index tells of a paper: see "Record" in FORMAT.md.
#ifndef OFFPRINT_SEARCH_RECORD_H_
#define OFFPRINT_SEARCH_RECORD_H_

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "pages/site.h"
#include "search/tiers.h"

namespace offprint::search {

// All texts are plain text. Slices live as long as the archive.
struct Record {
  std::string_view id;
  std::string url;
  std::string title;
  std::vector<std::string> other_titles;
  std::vector<std::string_view> authors;
  std::optional<Date> last_seen;
  std::optional<Date> published;
  std::optional<double> score;
  bool has_code = false;
  std::vector<std::string_view> sources;
  std::vector<std::string_view> topics;
  std::vector<std::string> texts;
  // The days on which it was seen, ascending; not part of the record's JSON.
  std::vector<DayIndex> days;
};

// The paper as its tier knows it.
Record MakeRecord(const Site& site, const Tier& tier, const Member& member);

// The paper with all that digests say of it.
Record MakeRecord(const Site& site, PaperIndex paper);

void AppendRecordJson(const Record& record, std::string* out);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_RECORD_H_
