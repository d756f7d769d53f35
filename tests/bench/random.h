// Numbers that look random and are the same on every machine: SplitMix64.
#ifndef OFFPRINT_BENCH_RANDOM_H_
#define OFFPRINT_BENCH_RANDOM_H_

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace offprint::bench {

class Random {
 public:
  // A stream of its own for each pair of numbers, so that the text of a paper
  // does not depend on which papers were made before it.
  explicit Random(uint64_t seed, uint64_t stream = 0)
      : state_(Mix(seed + kStep) ^ Mix(stream * kStep + 1)) {}

  uint64_t Next() {
    state_ += kStep;
    return Mix(state_);
  }

  // A number of [0, end); end must not be 0.
  size_t Below(size_t end) { return static_cast<size_t>(Next() % end); }

  // A number of [0, 1).
  double Unit() { return static_cast<double>(Next() >> 11) * 0x1.0p-53; }

  bool Chance(double probability) { return Unit() < probability; }

  // A rank of [0, end): few come often and most seldom (Zipf-Mandelbrot).
  size_t Rank(size_t end, double flatness) {
    const double top = static_cast<double>(end) + flatness;
    const double rank = flatness * std::pow(top / flatness, Unit()) - flatness;
    const auto whole = static_cast<size_t>(rank);
    return whole < end ? whole : end - 1;
  }

  template <typename List>
  const auto& Pick(const List& list) {
    return list[Below(list.size())];
  }

 private:
  static constexpr uint64_t kStep = 0x9e3779b97f4a7c15;

  static uint64_t Mix(uint64_t value) {
    value = (value ^ (value >> 30)) * 0xbf58476d1ce4e5b9;
    value = (value ^ (value >> 27)) * 0x94d049bb133111eb;
    return value ^ (value >> 31);
  }

  uint64_t state_;
};

}  // namespace offprint::bench

#endif  // OFFPRINT_BENCH_RANDOM_H_
