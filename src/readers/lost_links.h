// Links to papers that a reader has passed over: lines that only look like its
// dialect.
#ifndef OFFPRINT_READERS_LOST_LINKS_H_
#define OFFPRINT_READERS_LOST_LINKS_H_

#include "base/source_file.h"
#include "readers/digest_builder.h"

namespace offprint {

// Whether a line behind the front matter has a link to an arXiv id or a DOI.
bool HasPaperLinks(const SourceFile& file);

// A warning where the text links to papers that are neither entries of the
// digest nor linked to by one. After all entries have been added.
void ReportLostLinks(DigestBuilder& builder);

}  // namespace offprint

#endif  // OFFPRINT_READERS_LOST_LINKS_H_
