// What a page may show beside its own part of the archive, as a set of bits.
#ifndef OFFPRINT_PAGES_PAGE_PARTS_H_
#define OFFPRINT_PAGES_PAGE_PARTS_H_

#include <cstddef>
#include <cstdint>

namespace offprint {

using PageParts = uint32_t;

// Of papers that are not the page's own. Which papers they are, their addresses
// and the days they were first seen on always count.
inline constexpr PageParts kTitles = 1 << 0;  // the original ones too
inline constexpr PageParts kAuthorNames = 1 << 1;
inline constexpr PageParts kAuthorPages = 1 << 2;  // slugs and addresses
// When they came out, what services say of them, and the category of arXiv that
// a topic names.
inline constexpr PageParts kFacts = 1 << 3;
inline constexpr PageParts kLinks = 1 << 4;
inline constexpr PageParts kExcerpts = 1 << 5;
inline constexpr PageParts kStanding = 1 << 6;  // scores and topics
// Entries, versions, and the days after the first.
inline constexpr PageParts kHistory = 1 << 7;

inline constexpr size_t kPaperParts = 8;
inline constexpr PageParts kAllOfPapers = (1 << kPaperParts) - 1;
// What citations are made from.
inline constexpr PageParts kCitationParts =
    kTitles | kAuthorNames | kFacts | kLinks;

// What changes with every day.
inline constexpr PageParts kArchiveCounts = 1 << 8;
inline constexpr PageParts kTopicCounts = 1 << 9;
inline constexpr PageParts kAuthorCounts = 1 << 10;
// The papers that are related to the page's own.
inline constexpr PageParts kRelated = 1 << 11;
// What is related to papers that are not the page's own: not kept track of.
inline constexpr PageParts kRelatedOfOthers = 1 << 12;

}  // namespace offprint

#endif  // OFFPRINT_PAGES_PAGE_PARTS_H_
