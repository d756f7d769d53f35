#include "lookup/doi_lookup.h"

#include <utility>

#include "fetch/utf8_body.h"
#include "lookup/doi_answers.h"

namespace offprint::lookup {
namespace {

constexpr int kMostLooks = 3;
constexpr int kOk = 200;
constexpr int kNotFound = 404;
constexpr int kGone = 410;

}  // namespace

bool IsPreprintDoi(const PaperId& id) {
  return id.kind == PaperId::Kind::kDoi && (id.value.starts_with("10.1101/") ||
                                            id.value.starts_with("10.64898/"));
}

void DoiLookup::Ask(const PaperId& paper) {
  Add({paper, IsPreprintDoi(paper) ? Place::kBiorxiv : Place::kDoi, 0});
}

void DoiLookup::Add(Question question) {
  fetch::Request request;
  const std::string doi = EncodePath(question.paper.value);
  if (question.place == Place::kDoi) {
    request.url = services_.doi + "/" + doi;
    request.headers = {{"Accept", "application/vnd.citationstyles.csl+json"}};
  } else {
    const bool is_medrxiv = question.place == Place::kMedrxiv;
    request.url = services_.biorxiv_api + "/details/" +
                  (is_medrxiv ? "medrxiv/" : "biorxiv/") + doi + "/na/json";
    request.headers = {{"Accept", "application/json"}};
  }
  listener_.asking();
  fetcher_.Add(std::move(request), [this, question = std::move(question)](
                                       const fetch::Response& response) {
    if (response.failure == fetch::Failure::kCancelled) return;
    Take(question, response);
    if (response.failure == fetch::Failure::kNone) listener_.answered();
  });
}

void DoiLookup::Take(const Question& question,
                     const fetch::Response& response) {
  if (response.failure != fetch::Failure::kNone) {
    return listener_.failed(question.paper, response.message);
  }
  if (response.status == kNotFound || response.status == kGone) {
    return TakeNothing(question);
  }
  if (response.status != kOk) {
    return listener_.failed(
        question.paper,
        "the answer of the server is " + std::to_string(response.status));
  }
  const std::string body = fetch::Utf8Body(response);
  DoiAnswer answer = question.place == Place::kDoi
                         ? ParseCsl(body, question.paper)
                         : ParseBiorxiv(body, question.paper);
  if (answer.metadata) return listener_.found(std::move(*answer.metadata));
  if (answer.error.empty()) return TakeNothing(question);
  if (question.looks + 1 < kMostLooks) {
    return Add({question.paper, question.place, question.looks + 1});
  }
  listener_.failed(question.paper, answer.error + "; try again later");
}

// The next one may know it.
void DoiLookup::TakeNothing(const Question& question) {
  switch (question.place) {
    case Place::kBiorxiv:
      return Add({question.paper, Place::kMedrxiv, 0});
    case Place::kMedrxiv:
      return Add({question.paper, Place::kDoi, 0});
    case Place::kDoi:
      return listener_.unknown(question.paper);
  }
}

}  // namespace offprint::lookup
