// The words and flags of `fetch`, read.
#ifndef OFFPRINT_CLI_FETCH_FLAGS_H_
#define OFFPRINT_CLI_FETCH_FLAGS_H_

#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "cli/options.h"
#include "model/paper_id.h"

namespace offprint {

enum class FetchPart { kRemote, kPapers, kMetadata };

struct FetchWish {
  std::optional<FetchPart> part;  // all of them where none is named
  // Of metadata: these papers, each once, or those first seen since a day.
  std::vector<PaperId> ids;
  std::optional<Date> since;
  // Of papers: the last working days, or those from one to another.
  std::optional<int> days;
  std::optional<Date> from;
  std::optional<Date> to;
};

// Gives what is wrong with them and what to do, or an empty text.
std::string ReadFetchFlags(const Options& options, FetchWish* wish);

}  // namespace offprint

#endif  // OFFPRINT_CLI_FETCH_FLAGS_H_
