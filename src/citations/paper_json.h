// A paper as JSON: a line of JSON Lines (https://jsonlines.org), and the
// "paper" of /api/ (feeds/api.h lists its members).
#ifndef OFFPRINT_CITATIONS_PAPER_JSON_H_
#define OFFPRINT_CITATIONS_PAPER_JSON_H_

#include <optional>
#include <string_view>

#include "data/json.h"
#include "model/paper_id.h"
#include "pages/site.h"

namespace offprint {

// "arxiv", "doi", "hash"; empty for kNone.
std::string_view PaperKindName(PaperId::Kind kind);

// Puts the paper's object, with all that is known of it but its texts.
void PutPaper(const Site& site, PaperIndex paper, data::JsonWriter* json);

// Puts members into the object under way: "id" and "kind"; "score"; "links".
// What is not known is null.
void PutIdentity(const PaperId& id, data::JsonWriter* json);
void PutScore(std::optional<double> score, data::JsonWriter* json);
void PutLinks(const Links& links, data::JsonWriter* json);

// Puts a value: what services say of a paper but its abstract, or null.
void PutMetadata(const Metadata* metadata, data::JsonWriter* json);

// Puts a value: "2026-01-23" or null.
void PutDate(std::optional<Date> date, data::JsonWriter* json);

}  // namespace offprint

#endif  // OFFPRINT_CITATIONS_PAPER_JSON_H_
