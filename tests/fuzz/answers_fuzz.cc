// Any bytes are read as the answer of every service that offprint fetches from:
// each gives records, or says why not.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

#include "arxiv/announcements.h"
#include "arxiv/atom.h"
#include "arxiv/oai.h"
#include "llm/answer.h"
#include "lookup/doi_answers.h"
#include "remote/feed.h"

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
  using namespace offprint;
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  arxiv::ParseAtom(bytes);
  arxiv::ParseAnnouncements(bytes);
  const arxiv::OaiAnswer harvest = arxiv::ParseOai(bytes);
  if (!harvest.error.empty() && harvest.error_code.empty()) std::abort();
  const remote::Feed feed = remote::ParseFeed(bytes, "https://example.org/f");
  if (!feed.problem.empty() && !feed.entries.empty()) std::abort();
  const PaperId asked =
      PaperId{PaperId::Kind::kDoi, "10.1101/2026.01.02.345678"};
  for (const auto& answer :
       {lookup::ParseBiorxiv(bytes, asked), lookup::ParseCsl(bytes, asked)}) {
    if (!answer.error.empty() && answer.metadata) std::abort();
  }
  NewPaper paper;
  const llm::Wanted wanted =
      llm::WantedFor(Dialect::kScoredList, {"Agents", "Robots"});
  const std::string problem = llm::ReadAnswer(bytes, wanted, &paper);
  const double score = paper.score.value_or(0);
  if (problem.empty() && (score < 1 || score > 10)) std::abort();
  return 0;
}
