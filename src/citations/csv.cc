#include "citations/csv.h"

#include <optional>
#include <vector>

#include "base/date.h"
#include "base/text.h"
#include "base/web_address.h"
#include "citations/citation.h"
#include "citations/paper_json.h"
#include "data/json.h"
#include "markdown/plain_title.h"
#include "pages/site_url.h"

namespace offprint {
namespace {

bool LooksLikeFormula(std::string_view text) {
  for (const std::string_view sign : {"=", "+", "-", "@", "\t", "\r", "\uFF1D",
                                      "\uFF0B", "\uFF0D", "\uFF20"}) {
    if (text.starts_with(sign)) return true;
  }
  return false;
}

// The cells of one row.
class Row {
 public:
  explicit Row(std::string* out) : out_(out) {}

  Row& Add(std::string_view text) {
    if (!is_first_) *out_ += ',';
    is_first_ = false;
    AppendCsvCell(text, out_);
    return *this;
  }
  template <typename Items, typename TextOf>
  Row& AddList(const Items& items, TextOf text_of) {
    std::string text;
    for (const auto& item : items) {
      if (!text.empty()) text += "; ";
      text += text_of(item);
    }
    return Add(text);
  }
  void End() { *out_ += "\r\n"; }

 private:
  std::string* out_;
  bool is_first_ = true;
};

std::string ScoreText(std::optional<double> score) {
  std::string text;
  if (score) data::AppendJsonNumber(*score, &text);
  return text;
}

}  // namespace

std::string_view CsvHead() {
  return "id,kind,title,original_title,authors,published,score,topics,days,"
         "versions,doi,arxiv_id,url,pdf,code,page,categories,journal_ref,"
         "comment,"
         "withdrawn\r\n";
}

void AppendCsvRow(const Site& site, PaperIndex index, std::string* out) {
  const Archive& archive = *site.archive;
  const Paper& paper = archive.papers[index];
  const Citation citation = CitationOf(archive, paper);
  Row row(out);
  row.Add(paper.id.value).Add(PaperKindName(paper.id.kind));
  row.Add(OneLine(PlainTitle(paper.title)));
  row.Add(OneLine(PlainTitle(paper.original_title)));
  row.AddList(citation.authors, [](const std::string& name) { return name; });
  row.Add(paper.published ? FormatDate(*paper.published) : std::string());
  row.Add(ScoreText(paper.score));
  row.AddList(paper.topics, [&](TopicIndex topic) {
    return OneLine(archive.topics[topic].name);
  });
  row.AddList(paper.days,
              [&](DayIndex day) { return FormatDate(archive.days[day].date); });
  row.AddList(paper.versions,
              [](int version) { return std::to_string(version); });
  row.Add(citation.doi).Add(citation.arxiv_id).Add(citation.url);
  row.Add(citation.file).Add(WebAddress(paper.links.code));
  row.Add(PublicUrl(site, site.paper_pages[index]));
  const Metadata none;
  const Metadata& metadata = paper.metadata ? *paper.metadata : none;
  row.AddList(metadata.categories,
              [](const std::string& category) { return category; });
  row.Add(citation.journal).Add(metadata.comment);
  row.Add(citation.withdrawn ? "yes" : "").End();
}

void AppendCsvCell(std::string_view text, std::string* out) {
  std::string cell = LooksLikeFormula(text) ? "'" : "";
  cell += text;
  if (cell.find_first_of("\",\r\n") == std::string::npos) {
    *out += cell;
    return;
  }
  *out += '"';
  for (const char c : cell) {
    if (c == '"') *out += '"';
    *out += c;
  }
  *out += '"';
}

}  // namespace offprint
