#include "pages/excerpt.h"

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

// Entries stand newest day first, those of a day in their order.
std::string_view NewestWords(const Archive& archive, const Paper& paper) {
  for (const EntryIndex index : paper.entries) {
    const std::string_view words = BestSection(*archive.entries[index].entry);
    if (!words.empty()) return words;
  }
  return {};
}

EntryIndex FirstWithWords(const Archive& archive, const Paper& paper) {
  EntryIndex first = kNoIndex;
  for (size_t i = paper.entries.size(); i-- > 0;) {
    const ArchiveEntry& placed = archive.entries[paper.entries[i]];
    if (first != kNoIndex && placed.day != archive.entries[first].day) break;
    if (!placed.entry->sections.empty()) first = paper.entries[i];
  }
  return first;
}

std::string ExcerptOf(std::string_view section, size_t limit) {
  // Marks that PlainText drops are few: twice the length is enough to read.
  return CutText(PlainText(CutText(section, limit * 2)), limit);
}

void MakeExcerpts(Digest* digest) {
  for (Entry& entry : digest->entries) {
    entry.excerpt =
        digest->pool.Keep(ExcerptOf(BestSection(entry), kExcerptLength));
  }
}

std::string_view Excerpt(const Archive& archive, const Paper& paper) {
  const EntryIndex first = FirstWithWords(archive, paper);
  if (first == kNoIndex) return {};
  return archive.entries[first].entry->excerpt;
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
