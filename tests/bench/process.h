// Other programs, run to their end.
#pragma once

#include <string>
#include <vector>

namespace harden::bench {

struct ProcessCost {
  double seconds = 0;
  long peak_kilobytes = 0;  // never below that of the process that started it
  int status = 0;
};

// Runs argv[0] with its output thrown away.
ProcessCost run_process(const std::vector<std::string>& argv);

}  // namespace harden::bench
