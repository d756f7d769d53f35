// Times the passes of a build.
#ifndef OFFPRINT_BUILD_STAGE_CLOCK_H_
#define OFFPRINT_BUILD_STAGE_CLOCK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "base/allocations.h"
#include "build/build.h"

namespace offprint {

// Seconds of wall time since some fixed moment, and of this process' CPU time.
double WallSeconds();
double CpuSeconds();

// The most memory this process had so far, in bytes.
uint64_t PeakMemory();

// What this process has read from files and written to them, in bytes, but for
// files that are mapped; zeros where the system does not tell.
struct FileTraffic {
  uint64_t read = 0;
  uint64_t written = 0;
};
FileTraffic TrafficSoFar();

// Each call of Done ends the pass that ran since the last.
class StageClock {
 public:
  // `files` is how many files of the site were written so far.
  void Done(std::string name, uint64_t files, std::vector<StageTime>* stages);

 private:
  double wall_ = WallSeconds();
  double cpu_ = CpuSeconds();
  FileTraffic traffic_ = TrafficSoFar();
  uint64_t files_ = 0;
  uint64_t allocations_ = AllocationsSoFar();
};

}  // namespace offprint

#endif  // OFFPRINT_BUILD_STAGE_CLOCK_H_
