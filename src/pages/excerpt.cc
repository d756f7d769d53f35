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
  auto fresh = std::make_unique<const std::string>(
      ExcerptOf(*archive_, archive_->papers[paper], kExcerptLength));
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
