#include "search/saved_search.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "base/parallel.h"
#include "search/matcher.h"
#include "search/record.h"

namespace offprint::search {
namespace {

constexpr size_t kBlock = 512;  // papers that are looked at before it is enough

DayIndex LastDay(const Paper& paper) {
  return paper.days.empty() ? kNoIndex : paper.days.back();
}

class Finder {
 public:
  Finder(const Site& site, const std::vector<std::string_view>& queries,
         size_t limit)
      : site_(site), limit_(limit), found_(queries.size()) {
    for (const std::string_view query : queries) {
      matchers_.emplace_back(ParseQuery(query), *site.archive);
    }
    wanted_.resize(queries.size(), 1);
  }

  std::vector<std::vector<PaperIndex>> Run(size_t jobs) {
    const size_t papers = site_.archive->papers.size();
    for (size_t begin = 0; begin < papers && IsWanted(); begin += kBlock) {
      const size_t size = std::min(kBlock, papers - begin);
      // By paper and query; bytes, so that threads write apart.
      std::vector<uint8_t> matches(size * matchers_.size());
      ParallelFor(jobs, size, [&](size_t, size_t i) {
        Match(static_cast<PaperIndex>(begin + i),
              matches.data() + i * matchers_.size());
      });
      for (size_t i = 0; i < size; ++i) {
        Take(static_cast<PaperIndex>(begin + i),
             matches.data() + i * matchers_.size());
      }
    }
    return std::move(found_);
  }

 private:
  bool IsWanted() const {
    return std::ranges::find(wanted_, 1) != wanted_.end();
  }

  // The texts are read once for all queries, and only if one needs them.
  void Match(PaperIndex paper, uint8_t* matches) const {
    std::optional<NormalTexts> texts;
    for (size_t i = 0; i < matchers_.size(); ++i) {
      const Matcher& matcher = matchers_[i];
      if (wanted_[i] == 0 || !matcher.PassesFilters(paper)) continue;
      if (matcher.has_terms()) {
        if (!texts) texts = NormalTextsOf(MakeRecord(site_, paper));
        if (!matcher.PassesTerms(*texts)) continue;
      }
      matches[i] = 1;
    }
  }

  void Take(PaperIndex index, const uint8_t* matches) {
    const auto& papers = site_.archive->papers;
    for (size_t i = 0; i < matchers_.size(); ++i) {
      std::vector<PaperIndex>& found = found_[i];
      const bool is_enough =
          found.size() >= limit_ &&
          LastDay(papers[found[limit_ - 1]]) != LastDay(papers[index]);
      if (is_enough) wanted_[i] = 0;
      if (matches[i] != 0 && wanted_[i] != 0) found.push_back(index);
    }
  }

  const Site& site_;
  const size_t limit_;
  std::vector<Matcher> matchers_;
  std::vector<uint8_t> wanted_;  // by query: whether it needs more papers
  std::vector<std::vector<PaperIndex>> found_;
};

}  // namespace

std::vector<std::vector<PaperIndex>> FindNewest(
    const Site& site, const std::vector<std::string_view>& queries,
    size_t limit, size_t jobs) {
  return Finder(site, queries, limit).Run(jobs);
}

}  // namespace offprint::search
