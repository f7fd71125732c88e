// Measuring: the median of several runs, and runs until enough time passed.
#pragma once

#include <algorithm>
#include <chrono>
#include <vector>

namespace harden::bench {

using Clock = std::chrono::steady_clock;

template <typename Work>
double seconds_of(const Work& work) {
  const auto begin = Clock::now();
  work();
  return std::chrono::duration<double>(Clock::now() - begin).count();
}

inline double median(std::vector<double> values) {
  const auto middle = values.begin() + values.size() / 2;
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

// The shortest of `runs`: what the work costs when nothing disturbs it.
template <typename Work>
double best_of(int runs, const Work& work) {
  double best = seconds_of(work);
  for (int i = 1; i < runs; ++i) best = std::min(best, seconds_of(work));
  return best;
}

// Keeps the optimiser from dropping work whose result nobody uses.
template <typename Value>
void keep(const Value& value) {
  asm volatile("" : : "g"(&value) : "memory");
}

}  // namespace harden::bench
