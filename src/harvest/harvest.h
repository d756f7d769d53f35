// New papers from arXiv, by one of its three services.
#ifndef OFFPRINT_HARVEST_HARVEST_H_
#define OFFPRINT_HARVEST_HARVEST_H_

#include <string>
#include <vector>

#include "arxiv/record.h"
#include "base/diagnostics.h"
#include "base/progress.h"
#include "config/site_config.h"
#include "harvest/client.h"
#include "harvest/slices.h"

namespace offprint::harvest {

struct Question {
  PaperService service = PaperService::kApi;
  std::string base;                     // address of the service
  std::vector<std::string> categories;  // at least one
};

// The one that the settings ask.
Question QuestionOf(const SiteConfig& config);

// The address that is asked first, for each address that is asked for a slice:
// one, or with OAI-PMH one a category.
std::vector<std::string> FirstAddresses(const Question& question,
                                        const Slice& slice);

struct Harvest {
  // False where a part is missing; the error is in the diagnostics. What came
  // is in the client's cache: asked again, only the rest goes out.
  bool whole = false;
  // In the service's order, each paper once, those withdrawn left out. Records
  // of an absurd size are left out with a warning.
  std::vector<arxiv::Record> records;
};

// Asks for all papers of the slice, page by page. Items of the progress are
// papers (api) or categories (oai).
//   api: pages without entries though there should be some are asked for again,
//     and given up with a warning in the end; totals may change on the way.
//   oai: papers of more than three weeks before, which only changed in these
//     days, are left out; a token that has expired makes it begin again.
Harvest HarvestSlice(const Question& question, const Slice& slice,
                     Client& client, Progress& progress,
                     Diagnostics& diagnostics);

}  // namespace offprint::harvest

#endif  // OFFPRINT_HARVEST_HARVEST_H_
