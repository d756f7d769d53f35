// Scores as the index compares them.
#ifndef OFFPRINT_SEARCH_SCORE_KEY_H_
#define OFFPRINT_SEARCH_SCORE_KEY_H_

#include <algorithm>

namespace offprint::search {

// The score times 100, rounded, from 0 to 99999.
inline int ScoreHundredths(double score) {
  return static_cast<int>(std::clamp(score * 100 + 0.5, 0.0, 99999.0));
}

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_SCORE_KEY_H_
