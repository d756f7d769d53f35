// Writes a digest in one of the five dialects, so that its reader gives back
// what was written.
//
// What each dialect holds of a paper, besides identity, version and title:
//   daily-table    one author, date, original title, abstract; by source
//   topic-table    one author, date, abstract; by topic
//   analysed-list  authors, background, innovation, conclusion; by topic
//   scored-list    authors, date, score, reason; by topic
//   enhanced-list  authors, tldr, task, motivation, method, result, conclusion,
//                  abstract; by topic
// No dialect holds control characters. Titles are of one line; so are the
// abstracts of tables. Names lose the marks * | < > [ ] # and, in lists, their
// commas; topics lose ` [ ] < > |. In the lists a line that would be structure
// (a heading, a key) gets a blank or a "\" before it, which Markdown does not
// show. Each file below says what else its dialect changes.
#ifndef OFFPRINT_WRITERS_WRITER_H_
#define OFFPRINT_WRITERS_WRITER_H_

#include <string>

#include "model/digest.h"
#include "writers/new_digest.h"

namespace offprint {

// The digest as the dialect holds it, its papers in the order in which they are
// written: what ReadDigest gives back of the text. A fitted digest stays as it
// is. Papers without an arXiv id or a DOI of plain characters are left out.
// Not for kGeneric.
NewDigest FitDigest(Dialect dialect, NewDigest digest);

// The text of the fitted digest, UTF-8. The date of an enhanced list is for
// the file's name to say. All say in their heads how they were made, in the
// words of the scored list, whose reader alone takes them.
std::string WriteDigest(Dialect dialect, NewDigest digest);

// Whether the dialect has a place for sections of that kind.
bool HoldsSection(Dialect dialect, SectionKey key);

}  // namespace offprint

#endif  // OFFPRINT_WRITERS_WRITER_H_
