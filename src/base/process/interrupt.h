// Ctrl-C must not leave containers behind: while a guard lives, signals that
// would end the program are only noted.
#pragma once

#include <signal.h>

#include <array>
#include <chrono>

namespace harden::trace {

class InterruptGuard {
 public:
  InterruptGuard();
  ~InterruptGuard();
  InterruptGuard(const InterruptGuard&) = delete;
  InterruptGuard& operator=(const InterruptGuard&) = delete;

 private:
  std::array<struct sigaction, 3> before_{};
};

bool is_interrupted();
// Throws Interrupted.
void stop_if_interrupted();
// Sleeps, and stops when interrupted.
void wait_for(std::chrono::milliseconds time);

}  // namespace harden::trace
