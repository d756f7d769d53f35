#include "readers/lost_links.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "data/front_matter.h"
#include "readers/generic_line.h"
#include "readers/line_scanner.h"

namespace offprint {
namespace {

std::string_view BodyOf(const SourceFile& file) {
  Diagnostics ignored;  // of front matter: whoever reads it reports
  return data::SplitFrontMatter(file.text(), file.name(), ignored).body;
}

// The papers that an entry links to besides itself.
std::set<PaperId> PapersNamedIn(const std::vector<Entry>& entries) {
  std::set<PaperId> ids;
  const auto add = [&](std::string_view text) {
    for (PaperLink& link : FindPaperLinks(text)) ids.insert(std::move(link.id));
  };
  for (const Entry& entry : entries) {
    for (const std::string_view text :
         {entry.title, entry.original_title, entry.title_note, entry.links.abs,
          entry.links.pdf, entry.links.html, entry.links.code}) {
      add(text);
    }
    for (const Section& section : entry.sections) add(section.text);
  }
  return ids;
}

}  // namespace

bool HasPaperLinks(const SourceFile& file) {
  LineScanner lines(BodyOf(file));
  std::string_view line;
  while (lines.Next(&line)) {
    if (!FindPaperLinks(line).empty()) return true;
  }
  return false;
}

void ReportLostLinks(DigestBuilder& builder) {
  const std::vector<Entry>& entries = builder.digest().entries;
  std::unordered_set<std::string_view> ids;
  for (const Entry& entry : entries) ids.insert(entry.id.value);
  std::vector<PaperLink> lost;
  LineScanner lines(BodyOf(builder.digest().source_file));
  std::string_view line;
  while (lines.Next(&line)) {
    std::vector<PaperLink> links = FindPaperLinks(line);
    std::erase_if(links, [&](const PaperLink& link) {
      return ids.contains(link.id.value);
    });
    std::ranges::move(links, std::back_inserter(lost));
  }
  if (lost.empty()) return;
  const std::set<PaperId> named = PapersNamedIn(entries);
  std::erase_if(lost,
                [&](const PaperLink& link) { return named.contains(link.id); });
  if (lost.empty()) return;
  builder.Report(Severity::kWarning, lost.front().url,
                 "links to papers that are left out, as their lines are not "
                 "written as this dialect has them: " +
                     std::to_string(lost.size()) +
                     ", this is the first; write them as the others of the "
                     "file, or name the dialect in site.yml");
}

}  // namespace offprint
