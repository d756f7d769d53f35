// A few plain words of what the digests say of a paper.
#ifndef OFFPRINT_PAGES_EXCERPT_H_
#define OFFPRINT_PAGES_EXCERPT_H_

#include <atomic>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/archive.h"

namespace offprint {

// What one section says of a paper, Markdown: an entry's tl;dr, else its
// abstract, reason, background or first section; empty where no entry has any.
// The newest entry that says anything is asked, or the first one of the first
// day that does: lists and days keep showing that when the paper is seen again.
std::string_view NewestWords(const Archive& archive, const Paper& paper);
std::string_view FirstWords(const Archive& archive, const Paper& paper);

// The entry whose words FirstWords gives; kNoIndex where no entry has any.
EntryIndex FirstWithWords(const Archive& archive, const Paper& paper);

// A section as one line of plain text, cut after at most `limit` code points
// with "…" behind.
std::string ExcerptOf(std::string_view section, size_t limit);

// The length of excerpts on pages: what search engines show.
inline constexpr size_t kExcerptLength = 160;

// Excerpts of the first words on all papers, each made when it is first asked
// for, from any thread, and kept.
class Excerpts {
 public:
  Excerpts() = default;
  // The archive outlives this.
  explicit Excerpts(const Archive& archive);
  Excerpts(Excerpts&&) noexcept = default;
  Excerpts& operator=(Excerpts&& other) noexcept;
  ~Excerpts();

  const std::string& Of(PaperIndex paper) const;

 private:
  const Archive* archive_ = nullptr;
  // By paper; null until somebody asks.
  mutable std::vector<std::atomic<const std::string*>> made_;
};

// The text cut after at most `limit` code points, "…" behind where it was cut.
std::string CutText(std::string_view text, size_t limit);

}  // namespace offprint

#endif  // OFFPRINT_PAGES_EXCERPT_H_
