// A paper as a document of a search engine.
#ifndef OFFPRINT_ENGINES_DOCUMENT_H_
#define OFFPRINT_ENGINES_DOCUMENT_H_

#include <cstddef>
#include <string>
#include <string_view>

#include "data/json.h"
#include "model/archive.h"
#include "search/record.h"

namespace offprint::engines {

// Puts the members that all engines have into the object under way; those that
// the paper has no value for are left out.
//
//   url           of its page, percent-encoded, below the root of the site
//   title, other_titles, authors, texts
//                 plain text; texts are what digests say of it, newest first
//   topics, sources
//   last_seen, published, days
//                 "2026-01-23"; days are all on which it was seen
//   years         of those days, numbers
//   score         its best
//   code          whether it has a link to code
//
// No value of topics, sources and authors is longer than `most` bytes.
void PutMembers(const Archive& archive, const search::Record& record,
                size_t most, data::JsonWriter* json);

// The identity where it has at most `most` bytes, else its beginning, "__" and
// a hash of all of it.
std::string ShortId(std::string_view id, size_t most);

}  // namespace offprint::engines

#endif  // OFFPRINT_ENGINES_DOCUMENT_H_
