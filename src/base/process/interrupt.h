// Ctrl-C must not leave containers behind: while a guard lives, signals that
// would end the program are only noted. Those that are ignored, as under nohup
// and in jobs that a shell started with `&`, stay so.
//
// Signals belong to the whole process: one guard at a time, on one thread.
#pragma once

#include <signal.h>

#include <array>
#include <chrono>

namespace harden {

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

}  // namespace harden
