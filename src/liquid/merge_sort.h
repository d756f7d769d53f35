// The merge sort of the C library, which Ruby sorts by.
#ifndef OFFPRINT_LIQUID_MERGE_SORT_H_
#define OFFPRINT_LIQUID_MERGE_SORT_H_

#include <cstddef>
#include <vector>

namespace offprint::liquid {

// Sorts items[begin, end); `compare(a, b)` is above zero where a comes behind
// b. The items are compared in the order in which the C library does it, which
// shows where a comparison contradicts itself. *spare is room.
template <typename Item, typename Compare>
void MergeSort(std::vector<Item>* items, size_t begin, size_t end,
               const Compare& compare, std::vector<Item>* spare) {
  if (end - begin < 2) return;
  const size_t middle = begin + (end - begin) / 2;
  MergeSort(items, begin, middle, compare, spare);
  MergeSort(items, middle, end, compare, spare);
  spare->clear();
  size_t left = begin;
  size_t right = middle;
  while (left < middle && right < end) {
    const bool take_left = compare((*items)[left], (*items)[right]) <= 0;
    spare->push_back((*items)[take_left ? left++ : right++]);
  }
  while (left < middle) spare->push_back((*items)[left++]);
  for (size_t i = 0; i < spare->size(); ++i) (*items)[begin + i] = (*spare)[i];
}

template <typename Item, typename Compare>
void MergeSort(std::vector<Item>* items, const Compare& compare) {
  std::vector<Item> spare;
  spare.reserve(items->size());
  MergeSort(items, 0, items->size(), compare, &spare);
}

}  // namespace offprint::liquid

#endif  // OFFPRINT_LIQUID_MERGE_SORT_H_
