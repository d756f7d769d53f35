#include "build/stage_clock.h"

#include <sys/resource.h>

#include <ctime>
#include <fstream>
#include <utility>

namespace offprint {
namespace {

double Seconds(clockid_t clock) {
  timespec now{};
  clock_gettime(clock, &now);
  return static_cast<double>(now.tv_sec) +
         static_cast<double>(now.tv_nsec) * 1e-9;
}

}  // namespace

double WallSeconds() { return Seconds(CLOCK_MONOTONIC); }
double CpuSeconds() { return Seconds(CLOCK_PROCESS_CPUTIME_ID); }

uint64_t PeakMemory() {
  rusage usage{};
  getrusage(RUSAGE_SELF, &usage);
  return static_cast<uint64_t>(usage.ru_maxrss) * 1024;
}

FileTraffic TrafficSoFar() {
  FileTraffic traffic;
  std::ifstream lines("/proc/self/io");  // proc(5)
  std::string name;
  uint64_t value = 0;
  while (lines >> name >> value) {
    if (name == "rchar:") traffic.read = value;
    if (name == "wchar:") traffic.written = value;
  }
  return traffic;
}

void StageClock::Done(std::string name, uint64_t files,
                      std::vector<StageTime>* stages) {
  const double wall = WallSeconds();
  const double cpu = CpuSeconds();
  const FileTraffic traffic = TrafficSoFar();
  const uint64_t allocations = AllocationsSoFar();
  StageTime stage;
  stage.name = std::move(name);
  stage.wall = wall - wall_;
  stage.cpu = cpu - cpu_;
  stage.read = traffic.read - traffic_.read;
  stage.written = traffic.written - traffic_.written;
  stage.files = files - files_;
  stage.allocations = allocations - allocations_;
  stage.memory = PeakMemory();
  stages->push_back(std::move(stage));
  wall_ = wall;
  cpu_ = cpu;
  traffic_ = traffic;
  files_ = files;
  allocations_ = allocations;
}

}  // namespace offprint
