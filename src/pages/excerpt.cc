#include "pages/excerpt.h"

#include "base/parallel.h"
#include "base/text.h"
#include "markdown/markdown.h"

namespace offprint {
namespace {

std::string_view BestSection(const Entry& entry) {
  for (const SectionKey key : {SectionKey::kTldr, SectionKey::kAbstract,
                               SectionKey::kReason, SectionKey::kBackground}) {
    for (const Section& section : entry.sections) {
      if (section.key == key) return section.text;
    }
  }
  return entry.sections.empty() ? std::string_view()
                                : entry.sections.front().text;
}

}  // namespace

std::string ExcerptOf(const Archive& archive, const Paper& paper,
                      size_t limit) {
  for (const EntryIndex index : paper.entries) {
    const std::string_view text = BestSection(*archive.entries[index].entry);
    if (text.empty()) continue;
    // Marks that PlainText drops are few: twice the length is enough to read.
    return CutText(PlainText(CutText(text, limit * 2)), limit);
  }
  return {};
}

std::vector<std::string> MakeExcerpts(const Archive& archive, size_t jobs) {
  std::vector<std::string> excerpts(archive.papers.size());
  ParallelFor(jobs, excerpts.size(), [&](size_t, size_t paper) {
    excerpts[paper] = ExcerptOf(archive, archive.papers[paper], kExcerptLength);
  });
  return excerpts;
}

std::string CutText(std::string_view text, size_t limit) {
  size_t at = 0;
  for (size_t count = 0; at < text.size(); ++count) {
    if (count == limit) return std::string(TrimRight(text.substr(0, at))) + "…";
    NextCodePoint(text, &at);
  }
  return std::string(text);
}

}  // namespace offprint
