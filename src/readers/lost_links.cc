#include "readers/lost_links.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <unordered_set>
#include <vector>

#include "readers/generic_line.h"
#include "readers/line_scanner.h"

namespace offprint {

bool HasPaperLinks(std::string_view text) {
  LineScanner lines(text);
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
  LineScanner lines(builder.text());
  std::string_view line;
  while (lines.Next(&line)) {
    std::vector<PaperLink> links = FindPaperLinks(line);
    std::erase_if(links, [&](const PaperLink& link) {
      return ids.contains(link.id.value);
    });
    std::ranges::move(links, std::back_inserter(lost));
  }
  if (lost.empty()) return;
  std::set<PaperId> in_texts;
  for (const Entry& entry : entries) {
    for (const Section& section : entry.sections) {
      for (PaperLink& link : FindPaperLinks(section.text)) {
        in_texts.insert(std::move(link.id));
      }
    }
  }
  std::erase_if(
      lost, [&](const PaperLink& link) { return in_texts.contains(link.id); });
  if (lost.empty()) return;
  builder.Report(Severity::kWarning, lost.front().url,
                 "links to papers that are left out, as their lines are not "
                 "written as this dialect has them: " +
                     std::to_string(lost.size()) +
                     ", this is the first; write them as the others of the "
                     "file, or name the dialect in site.yml");
}

}  // namespace offprint
