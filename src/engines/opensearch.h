// What OpenSearch loads; Elasticsearch takes it too.
#ifndef OFFPRINT_ENGINES_OPENSEARCH_H_
#define OFFPRINT_ENGINES_OPENSEARCH_H_

#include <string>
#include <string_view>

#include "model/archive.h"
#include "search/record.h"

namespace offprint::engines {

// The body of the request that creates the index.
std::string_view OpenSearchIndex();

// Appends two lines of a bulk request to that index: the action and the
// document, whose _id is the paper's identity.
void AppendBulkLines(const Archive& archive, const search::Record& record,
                     std::string* out);

}  // namespace offprint::engines

#endif  // OFFPRINT_ENGINES_OPENSEARCH_H_
