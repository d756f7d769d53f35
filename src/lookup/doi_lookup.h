// Papers that have a DOI: preprints by the API of bioRxiv and medRxiv
// (https://api.biorxiv.org/), others, and those that it does not know, by
// content negotiation at the resolver of DOIs
// (https://citation.doi.org/docs.html).
#ifndef OFFPRINT_LOOKUP_DOI_LOOKUP_H_
#define OFFPRINT_LOOKUP_DOI_LOOKUP_H_

#include <string>

#include "fetch/fetcher.h"
#include "lookup/services.h"

namespace offprint::lookup {

// Whether the DOI is one of those that bioRxiv and medRxiv give.
bool IsPreprintDoi(const PaperId& id);

// Asks for one paper a request. An answer that is none, as a page that tells
// of maintenance, is asked for twice more.
class DoiLookup {
 public:
  // All outlive the fetcher's run, this too.
  DoiLookup(const Services& services, fetch::Fetcher& fetcher,
            const Listener& listener)
      : services_(services), fetcher_(fetcher), listener_(listener) {}

  // Queues the first request for the paper.
  void Ask(const PaperId& paper);

 private:
  // Who is asked, one after the other.
  enum class Place { kBiorxiv, kMedrxiv, kDoi };

  struct Question {
    PaperId paper;
    Place place = Place::kDoi;
    int looks = 0;  // requests to that place before
  };

  void Add(Question question);
  void Take(const Question& question, const fetch::Response& response);
  void TakeNothing(const Question& question);

  const Services& services_;
  fetch::Fetcher& fetcher_;
  const Listener& listener_;
};

}  // namespace offprint::lookup

#endif  // OFFPRINT_LOOKUP_DOI_LOOKUP_H_
