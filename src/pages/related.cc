// Lists of papers are sorted by their positions in the archive, newest first:
// what stands beside a paper in the list of its author or topic was seen at
// about the same time. Only these neighbours are looked at.
#include "pages/related.h"

#include <algorithm>
#include <tuple>

namespace offprint {
namespace {

constexpr size_t kNeighbours = 8;  // on either side
constexpr int kSharedAuthor = 3;
constexpr int kSharedTopic = 1;

struct Candidate {
  PaperIndex paper = 0;
  int shared = 0;
};

void AddNeighbours(const std::vector<PaperIndex>& list, PaperIndex paper,
                   int weight, std::vector<Candidate>* candidates) {
  const auto place = static_cast<size_t>(
      std::lower_bound(list.begin(), list.end(), paper) - list.begin());
  const size_t begin = place - std::min(place, kNeighbours);
  const size_t end = std::min(list.size(), place + kNeighbours + 1);
  for (size_t at = begin; at < end; ++at) {
    if (list[at] != paper) candidates->push_back({list[at], weight});
  }
}

// Makes one of the candidates that are the same paper.
void JoinSame(std::vector<Candidate>* candidates) {
  std::ranges::sort(*candidates, {}, &Candidate::paper);
  size_t kept = 0;
  for (const Candidate& candidate : *candidates) {
    if (kept > 0 && (*candidates)[kept - 1].paper == candidate.paper) {
      (*candidates)[kept - 1].shared += candidate.shared;
    } else {
      (*candidates)[kept++] = candidate;
    }
  }
  candidates->resize(kept);
}

}  // namespace

std::vector<PaperIndex> RelatedPapers(const Archive& archive, PaperIndex paper,
                                      size_t most) {
  const size_t lists = archive.papers[paper].authors.size() +
                       archive.papers[paper].topics.size();
  std::vector<Candidate> candidates;
  candidates.reserve(lists * 2 * kNeighbours);
  for (const AuthorIndex author : archive.papers[paper].authors) {
    AddNeighbours(archive.authors[author].papers, paper, kSharedAuthor,
                  &candidates);
  }
  for (const TopicIndex topic : archive.papers[paper].topics) {
    AddNeighbours(archive.topics[topic].papers, paper, kSharedTopic,
                  &candidates);
  }
  const auto rank = [paper](const Candidate& candidate) {
    const PaperIndex other = candidate.paper;
    return std::tuple(-candidate.shared,
                      other < paper ? paper - other : other - paper, other);
  };
  JoinSame(&candidates);
  const auto end = candidates.begin() + static_cast<std::ptrdiff_t>(
                                            std::min(most, candidates.size()));
  std::ranges::partial_sort(candidates, end, {}, rank);
  std::vector<PaperIndex> related;
  related.reserve(most);
  for (auto at = candidates.begin(); at != end; ++at) {
    related.push_back(at->paper);
  }
  return related;
}

}  // namespace offprint
