// A few plain words of what the digests say of a paper.
#ifndef OFFPRINT_PAGES_EXCERPT_H_
#define OFFPRINT_PAGES_EXCERPT_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "model/archive.h"

namespace offprint {

// What one section says of a paper, Markdown: an entry's tl;dr, else its
// abstract, reason, background or first section; empty where no entry has any.
// The newest entry that says anything is asked.
std::string_view NewestWords(const Archive& archive, const Paper& paper);

// The first entry of the first day that says anything, which lists and days
// keep showing when the paper is seen again; kNoIndex where none does.
EntryIndex FirstWithWords(const Archive& archive, const Paper& paper);

// A section as one line of plain text, cut after at most `limit` code points
// with "…" behind.
std::string ExcerptOf(std::string_view section, size_t limit);

// The length of excerpts on pages: what search engines show.
inline constexpr size_t kExcerptLength = 160;

// Gives each entry its excerpt, of that length, in the digest's pool.
void MakeExcerpts(Digest* digest);

// The excerpt of the first entry with words; empty where there is none. It
// lives as long as the archive.
std::string_view Excerpt(const Archive& archive, const Paper& paper);

// The text cut after at most `limit` code points, "…" behind where it was cut.
std::string CutText(std::string_view text, size_t limit);

}  // namespace offprint

#endif  // OFFPRINT_PAGES_EXCERPT_H_
