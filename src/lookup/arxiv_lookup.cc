#include "lookup/arxiv_lookup.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "arxiv/atom.h"
#include "fetch/utf8_body.h"
#include "metadata/tidy.h"

namespace offprint::lookup {
namespace {

constexpr int kMostLooks = 3;
// So many unknown papers may be alone in a run.
constexpr size_t kHandful = 8;
constexpr int kOk = 200;
constexpr int kBadRequest = 400;

std::string AddressOf(const std::string& api,
                      const std::vector<PaperId>& papers) {
  std::string ids;
  for (const PaperId& id : papers) {
    if (!ids.empty()) ids += "%2C";
    ids += EncodePath(id.value);
  }
  return api + "?id_list=" + ids +
         "&max_results=" + std::to_string(papers.size());
}

Metadata MetadataOf(arxiv::Record record) {
  Metadata metadata;
  metadata.id = {PaperId::Kind::kArxiv, std::move(record.id)};
  metadata.title = std::move(record.title);
  metadata.abstract = std::move(record.abstract);
  for (arxiv::RecordAuthor& author : record.authors) {
    metadata.authors.push_back(
        {std::move(author.name), std::move(author.affiliations)});
  }
  metadata.categories = std::move(record.categories);
  metadata.comment = std::move(record.comment);
  metadata.journal_ref = std::move(record.journal_ref);
  metadata.doi = std::move(record.doi);
  metadata.version = record.version;
  metadata.published = record.published;
  metadata.updated = record.updated;
  metadata.withdrawn = record.withdrawn;
  Tidy(&metadata);
  return metadata;
}

}  // namespace

void ArxivLookup::Ask(std::vector<PaperId> papers) {
  for (size_t at = 0; at < papers.size(); at += kArxivBatch) {
    const auto begin = papers.begin() + static_cast<std::ptrdiff_t>(at);
    const size_t count = std::min(kArxivBatch, papers.size() - at);
    Add({{begin, begin + static_cast<std::ptrdiff_t>(count)}});
  }
}

void ArxivLookup::Add(Batch batch) {
  fetch::Request request;
  request.url = AddressOf(services_.arxiv_api, batch.papers);
  request.headers = {{"Accept", "application/atom+xml"}};
  listener_.asking();
  fetcher_.Add(std::move(request), [this, batch = std::move(batch)](
                                       const fetch::Response& response) {
    if (response.failure == fetch::Failure::kCancelled) return;
    Take(batch, response);
    if (response.failure == fetch::Failure::kNone) listener_.answered();
  });
}

void ArxivLookup::Take(const Batch& batch, const fetch::Response& response) {
  if (response.failure != fetch::Failure::kNone) {
    for (const PaperId& id : batch.papers) {
      listener_.failed(id, response.message);
    }
  } else if (response.status == kOk || response.status == kBadRequest) {
    TakeRecords(batch, response);
  } else {
    for (const PaperId& id : batch.papers) {
      listener_.failed(id, "arXiv answers " + std::to_string(response.status));
    }
  }
}

void ArxivLookup::TakeRecords(const Batch& batch,
                              const fetch::Response& response) {
  arxiv::AtomAnswer answer = arxiv::ParseAtom(fetch::Utf8Body(response));
  if (answer.is_refused) return Split(batch, answer.error);
  if (!answer.error.empty()) return LookAgain(batch, answer.error);
  std::vector<PaperId> missing = batch.papers;
  for (arxiv::Record& record : answer.records) {
    Metadata metadata = MetadataOf(std::move(record));
    const auto asked = std::ranges::find(missing, metadata.id);
    if (asked == missing.end() || metadata.title.empty()) continue;
    missing.erase(asked);
    has_given_ = true;
    listener_.found(std::move(metadata));
  }
  if (!missing.empty()) TakeMissing(std::move(missing), batch);
}

void ArxivLookup::TakeMissing(std::vector<PaperId> missing,
                              const Batch& batch) {
  const bool is_all = missing.size() == batch.papers.size();
  if (!is_all) return Add({std::move(missing), 0, true});
  if (batch.looks + 1 < (batch.is_rest ? 2 : kMostLooks)) {
    return Add({std::move(missing), batch.looks + 1, batch.is_rest});
  }
  for (const PaperId& id : missing) {
    if (has_given_ || missing.size() <= kHandful) {
      listener_.unknown(id);
    } else {
      listener_.failed(id, "arXiv gives empty answers; try again later");
    }
  }
}

void ArxivLookup::Split(const Batch& batch, const std::string& why) {
  if (batch.papers.size() == 1) {
    const PaperId& id = batch.papers.front();
    const bool is_no_id = why.find("incorrect id") != std::string::npos;
    return is_no_id ? listener_.unknown(id)
                    : listener_.failed(id, "arXiv: " + why);
  }
  const auto middle = batch.papers.begin() +
                      static_cast<std::ptrdiff_t>(batch.papers.size() / 2);
  Add({{batch.papers.begin(), middle}});
  Add({{middle, batch.papers.end()}});
}

void ArxivLookup::LookAgain(const Batch& batch, const std::string& why) {
  if (batch.looks + 1 < kMostLooks) {
    return Add({batch.papers, batch.looks + 1, batch.is_rest});
  }
  for (const PaperId& id : batch.papers) {
    listener_.failed(id, "arXiv: " + why + "; try again later");
  }
}

}  // namespace offprint::lookup
