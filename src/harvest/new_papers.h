// Which of the harvested papers go into a digest, and under which topic.
#ifndef OFFPRINT_HARVEST_NEW_PAPERS_H_
#define OFFPRINT_HARVEST_NEW_PAPERS_H_

#include <cstddef>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "arxiv/record.h"
#include "config/site_config.h"
#include "harvest/rule.h"
#include "writers/new_digest.h"

namespace offprint::harvest {

class Selection {
 public:
  // The rules of the settings, which were checked when they were read.
  // `known` are the arXiv ids that the archive has.
  Selection(const PapersSettings& settings, std::set<std::string> known);

  // The papers that are new and that the rules want, up to the settings' most,
  // with their original abstracts. The topic is that of the first rule that
  // matches, else the first category. What was chosen is known from then on.
  std::vector<NewPaper> Choose(const std::vector<arxiv::Record>& records);
  // How many the last choice left, as they were more than that.
  size_t left() const { return left_; }

 private:
  std::string TopicOf(const arxiv::Record& record,
                      const RuleSubject& subject) const;

  const size_t most_;
  Rule match_;
  std::vector<std::pair<std::string, Rule>> topics_;
  std::set<std::string> known_;
  size_t left_ = 0;
};

}  // namespace offprint::harvest

#endif  // OFFPRINT_HARVEST_NEW_PAPERS_H_
