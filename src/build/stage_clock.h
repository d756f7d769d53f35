// Times the passes of a build.
#ifndef OFFPRINT_BUILD_STAGE_CLOCK_H_
#define OFFPRINT_BUILD_STAGE_CLOCK_H_

#include <cstdint>
#include <string>
#include <vector>

#include "build/build.h"

namespace offprint {

// Seconds of wall time since some fixed moment, and of this process' CPU time.
double WallSeconds();
double CpuSeconds();

// The most memory this process had so far, in bytes.
uint64_t PeakMemory();

// Each call of Done ends the pass that ran since the last.
class StageClock {
 public:
  StageClock() : wall_(WallSeconds()), cpu_(CpuSeconds()) {}

  void Done(std::string name, std::vector<StageTime>* stages) {
    const double wall = WallSeconds();
    const double cpu = CpuSeconds();
    stages->push_back({std::move(name), wall - wall_, cpu - cpu_});
    wall_ = wall;
    cpu_ = cpu;
  }

 private:
  double wall_;
  double cpu_;
};

}  // namespace offprint

#endif  // OFFPRINT_BUILD_STAGE_CLOCK_H_
