// What the services that keep papers say of one: arXiv, bioRxiv, medRxiv, the
// registries of DOIs.
#ifndef OFFPRINT_MODEL_METADATA_H_
#define OFFPRINT_MODEL_METADATA_H_

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "model/paper_id.h"

namespace offprint {

struct MetadataAuthor {
  std::string name;
  std::vector<std::string> affiliations;

  bool operator==(const MetadataAuthor&) const = default;
};

// All texts are UTF-8 of one line without control characters: plain text, in
// which "<" is a "<" and TeX stays as it is. Empty where nothing is said.
struct Metadata {
  PaperId id;
  std::string title;  // in the paper's own language; never empty
  std::string abstract;
  std::vector<MetadataAuthor> authors;
  std::vector<std::string> categories;  // the primary one first
  std::string comment;
  std::string journal_ref;  // "Nature 596, 583–589 (2021)"
  std::string doi;          // lower-case; of a paper of arXiv, the journal's
  int version = 0;          // the last one; 0 where it is not known
  std::optional<Date> published;  // the first version
  std::optional<Date> updated;    // the last one
  bool withdrawn = false;

  bool operator==(const Metadata&) const = default;
};

// Those of some files, each in no order. Two of one paper: the first counts.
using MetadataList = std::shared_ptr<const std::vector<Metadata>>;

}  // namespace offprint

#endif  // OFFPRINT_MODEL_METADATA_H_
