// What records have in common.
#ifndef OFFPRINT_SEARCH_DICTIONARY_H_
#define OFFPRINT_SEARCH_DICTIONARY_H_

#include <cstddef>
#include <span>
#include <string>

namespace offprint::search {

// A dictionary for compression of at most so many bytes that holds what the
// samples repeat most, or none where they are too few to tell. The same samples
// give the same. The algorithm is COVER's fast form (Liao, Petri, Moffat and
// Wirth, "Effective Construction of Relative Lempel-Ziv Dictionaries", 2016),
// as libzstd has it.
std::string TrainDictionary(std::span<const std::string> samples,
                            size_t most_bytes);

}  // namespace offprint::search

#endif  // OFFPRINT_SEARCH_DICTIONARY_H_
