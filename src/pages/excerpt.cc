#include "pages/excerpt.h"

#include <memory>
#include <utility>

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
    if (!BestSection(*placed.entry).empty()) first = paper.entries[i];
  }
  return first;
}

std::string_view FirstWords(const Archive& archive, const Paper& paper) {
  const EntryIndex first = FirstWithWords(archive, paper);
  if (first == kNoIndex) return {};
  return BestSection(*archive.entries[first].entry);
}

std::string ExcerptOf(std::string_view section, size_t limit) {
  // Marks that PlainText drops are few: twice the length is enough to read.
  return CutText(PlainText(CutText(section, limit * 2)), limit);
}

Excerpts::Excerpts(const Archive& archive)
    : archive_(&archive), made_(archive.papers.size()) {}

Excerpts& Excerpts::operator=(Excerpts&& other) noexcept {
  std::swap(archive_, other.archive_);
  made_.swap(other.made_);
  return *this;
}

Excerpts::~Excerpts() {
  for (const auto& excerpt : made_) delete excerpt.load();
}

// Where two threads make it at once, the first one's is kept.
const std::string& Excerpts::Of(PaperIndex paper) const {
  std::atomic<const std::string*>& made = made_[paper];
  const std::string* known = made.load(std::memory_order_acquire);
  if (known != nullptr) return *known;
  auto fresh = std::make_unique<const std::string>(ExcerptOf(
      FirstWords(*archive_, archive_->papers[paper]), kExcerptLength));
  if (made.compare_exchange_strong(known, fresh.get(),
                                   std::memory_order_acq_rel)) {
    return *fresh.release();
  }
  return *known;
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
