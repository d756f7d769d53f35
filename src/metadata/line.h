// One line of a file of metadata: a JSON object (https://jsonlines.org/).
//   {"id":"1706.03762","version":7,"title":"…","authors":[{"name":"…",
//    "affiliations":["…"]}],"categories":["cs.CL"],"comment":"…",
//    "journal_ref":"…","doi":"…","published":"2017-06-12",
//    "updated":"2023-08-02","withdrawn":true,"abstract":"…"}
// What is not known is left out; id and title always stand there. A paper that
// nobody knows is {"id":"…","unknown_on":"2026-01-23"}, the day of the answer.
#ifndef OFFPRINT_METADATA_LINE_H_
#define OFFPRINT_METADATA_LINE_H_

#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/diagnostics.h"
#include "model/metadata.h"

namespace offprint {

struct UnknownPaper {
  PaperId id;
  Date on;
};

using MetadataLine = std::variant<Metadata, UnknownPaper>;

// The line without its line feed, members in the order shown above.
std::string FormatLine(const Metadata& metadata);
std::string FormatLine(const UnknownPaper& unknown);

// Reads a line that lies at `where` (file and line). What it says of the paper
// is tidy (metadata/tidy.h); members of other names are passed over. Nothing,
// and an error with its column, for a line that is no such object.
std::optional<MetadataLine> ParseLine(std::string_view line,
                                      SourceLocation where,
                                      Diagnostics& diagnostics);

}  // namespace offprint

#endif  // OFFPRINT_METADATA_LINE_H_
