// What bioRxiv, medRxiv and the registries of DOIs answer.
#ifndef OFFPRINT_LOOKUP_DOI_ANSWERS_H_
#define OFFPRINT_LOOKUP_DOI_ANSWERS_H_

#include <optional>
#include <string>
#include <string_view>

#include "model/metadata.h"

namespace offprint::lookup {

struct DoiAnswer {
  // Why this is no answer, in words that fit behind "10.1101/…: ". Empty where
  // it is one.
  std::string error;
  // Nothing where it is one, and says that there is no such paper. Tidy.
  std::optional<Metadata> metadata;
};

// The answer of api.biorxiv.org to /details/SERVER/DOI/na/json
// (https://api.biorxiv.org/): all versions of the preprint, the last one last.
// Versions of another DOI are passed over.
DoiAnswer ParseBiorxiv(std::string_view json, const PaperId& asked);

// CSL-JSON as content negotiation gives it
// (https://citation.doi.org/docs.html): an object, or a list of one. That of
// another DOI is an error.
DoiAnswer ParseCsl(std::string_view json, const PaperId& asked);

}  // namespace offprint::lookup

#endif  // OFFPRINT_LOOKUP_DOI_ANSWERS_H_
