#pragma once

#include <cstddef>

namespace harden {

// What comparing patterns may cost, where whoever wrote the input chose the
// patterns, the texts and how often they meet. A step is about one character
// against one place in a pattern.
class StepBudget {
 public:
  // The default is more than any real input takes, and a few milliseconds.
  explicit StepBudget(std::size_t steps = 4'000'000)
      : all_(steps), left_(steps) {}

  bool exhausted() const { return left_ == 0; }
  std::size_t spent() const { return all_ - left_; }
  void spend(std::size_t steps) { left_ -= steps < left_ ? steps : left_; }

 private:
  std::size_t all_;
  std::size_t left_;
};

}  // namespace harden
