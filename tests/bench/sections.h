// The parts of the report; each prints a few lines.
#pragma once

#include <string>

namespace harden::bench {

struct Programs {
  std::string harden;
  std::string empty;
};

void report_memory(const Programs& programs);
void report_cold_start(const Programs& programs);
void report_throughput();
void report_shell();
void report_growth();

}  // namespace harden::bench
