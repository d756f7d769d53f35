// B, topic tables: "## Updated on 2026.06.29", then under each "## topic" one
// row a paper. Readers give surplus cells to the title before the link and to
// the abstract behind it, so both may hold pipes; but no part of a title may
// look like a link.

#include <algorithm>

#include "base/text.h"
#include "writers/dialects.h"
#include "writers/fit.h"

namespace offprint {
namespace {

constexpr std::string_view kHeader =
    "| Publish Date | Title | Authors | PDF | Code | Abstract |\n"
    "|---|---|---|---|---|---|\n";
constexpr std::string_view kUpdated = "Updated on";

std::string LinkOf(const NewPaper& paper) {
  return "[" + paper.id.value + "](" + PaperPdfUrl(paper) + ")";
}

void AppendRow(const NewPaper& paper, std::string* out) {
  out->append("| **" + FormatDate(*paper.published) + "** | **");
  out->append(paper.title).append("** | ");
  if (!paper.authors.empty()) {
    out->append(paper.authors.front()).append(" et.al.");
  }
  out->append(" | ").append(LinkOf(paper)).append(" | null | ");
  out->append(SectionOf(paper, SectionKey::kAbstract)).append(" |\n");
}

}  // namespace

void FitTopicTable(NewPaper* paper) {
  paper->title = Replaced(paper->title, "](", "] (");
  for (auto& [key, text] : paper->sections) text = FitLine(text);
  if (paper->topic.starts_with(kUpdated)) {
    paper->topic.front() = 'u';  // the heading with the date begins so
  }
}

std::string WriteTopicTable(const NewDigest& digest, const std::string& head) {
  std::string date = FormatDate(digest.day);
  std::ranges::replace(date, '-', '.');
  std::string out = "## Updated on " + date + "\n" + head + "\n";
  bool open = false;
  std::string_view topic;
  for (const NewPaper& paper : digest.papers) {
    if (!open || paper.topic != topic) {
      if (open) out += "\n";
      topic = paper.topic;
      if (!topic.empty()) out.append("## ").append(topic).append("\n\n");
      out += kHeader;
      open = true;
    }
    AppendRow(paper, &out);
  }
  return out;
}

}  // namespace offprint
