// What Meilisearch loads.
#ifndef OFFPRINT_ENGINES_MEILISEARCH_H_
#define OFFPRINT_ENGINES_MEILISEARCH_H_

#include <string>
#include <string_view>

#include "model/archive.h"
#include "search/record.h"

namespace offprint::engines {

// The settings of the index.
std::string_view MeilisearchSettings();

// The identity in the letters that Meilisearch takes, A-Z a-z 0-9 - _: any
// other byte, and "_" itself, is "_" and two hexadecimal digits. No two
// identities have the same.
std::string MeilisearchId(std::string_view id);

// Appends the document as a line. Its primary key is "id"; "paper_id" is the
// identity as it is, "day_numbers" are its days as numbers such as 20260123,
// which filters can compare.
void AppendMeilisearchLine(const Archive& archive, const search::Record& record,
                           std::string* out);

}  // namespace offprint::engines

#endif  // OFFPRINT_ENGINES_MEILISEARCH_H_
