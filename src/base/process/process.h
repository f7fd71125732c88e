// Other programs, started without a shell and never waited for without end.
#pragma once

#include <chrono>
#include <string>
#include <utility>
#include <vector>

namespace harden {

inline constexpr std::size_t kept_output = std::size_t{256} << 10;

struct ProcessOptions {
  std::chrono::milliseconds timeout{60000};
  // Added to the environment.
  std::vector<std::pair<std::string, std::string>> environment;
  // For cleaning up: goes on when the user wants to stop.
  bool despite_interrupt = false;
  // How much of the end of its output is kept, at least.
  std::size_t kept = kept_output;
};

struct ProcessResult {
  int status = 0;  // 128 and the signal's number when one ended it
  bool timed_out = false;
  // The last that was printed, at most twice `kept` bytes each.
  std::string output;
  std::string errors;
};

// Standard input is empty. Throws ProcessFailure when the program cannot be
// started or nobody can tell how it ended, Interrupted after having ended it.
ProcessResult run_process(const std::vector<std::string>& argv,
                          const ProcessOptions& options = {});

// The last line of an output that is not blank.
std::string last_line(const std::string& output);

}  // namespace harden
