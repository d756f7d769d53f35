// Papers of arXiv, by its query API
// (https://info.arxiv.org/help/api/user-manual.html).
#ifndef OFFPRINT_LOOKUP_ARXIV_LOOKUP_H_
#define OFFPRINT_LOOKUP_ARXIV_LOOKUP_H_

#include <cstddef>
#include <string>
#include <vector>

#include "fetch/fetcher.h"
#include "lookup/services.h"

namespace offprint::lookup {

// How many papers one request asks for.
inline constexpr size_t kArxivBatch = 100;

// Asks for many papers at once. Papers that an answer leaves out are asked for
// once more by themselves, answers without any twice; those that are not there
// then either are unknown, unless arXiv has given nothing at all in this run
// for more than a handful: that is a failure of the service. A request that is
// refused, for an id that is none to arXiv, is split in two until that one is
// alone. Papers that were not asked for are passed over.
class ArxivLookup {
 public:
  // All outlive the fetcher's run, this too.
  ArxivLookup(const Services& services, fetch::Fetcher& fetcher,
              const Listener& listener)
      : services_(services), fetcher_(fetcher), listener_(listener) {}

  // Queues the requests for the papers, all of arXiv.
  void Ask(std::vector<PaperId> papers);

 private:
  struct Batch {
    std::vector<PaperId> papers;
    int looks = 0;         // requests for these very papers before
    bool is_rest = false;  // what an answer with others left out
  };

  void Add(Batch batch);
  void Take(const Batch& batch, const fetch::Response& response);
  void TakeRecords(const Batch& batch, const fetch::Response& response);
  void Split(const Batch& batch, const std::string& why);
  void LookAgain(const Batch& batch, const std::string& why);
  void TakeMissing(std::vector<PaperId> missing, const Batch& batch);

  const Services& services_;
  fetch::Fetcher& fetcher_;
  const Listener& listener_;
  bool has_given_ = false;  // arXiv a paper, in this run
};

}  // namespace offprint::lookup

#endif  // OFFPRINT_LOOKUP_ARXIV_LOOKUP_H_
