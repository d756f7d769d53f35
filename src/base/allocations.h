// What --timing tells of memory.
#ifndef OFFPRINT_BASE_ALLOCATIONS_H_
#define OFFPRINT_BASE_ALLOCATIONS_H_

#include <cstdint>

namespace offprint {

// How often this process has asked operator new for memory, on all threads, but
// for objects of more than the usual alignment; 0 in builds with a sanitizer,
// which has an operator new of its own.
uint64_t AllocationsSoFar();

}  // namespace offprint

#endif  // OFFPRINT_BASE_ALLOCATIONS_H_
