#include <cstdio>
#include <vector>

#include "inputs.h"
#include "process.h"
#include "sections.h"
#include "timing.h"

namespace harden::bench {

void report_cold_start(const Programs& programs) {
  const TemporaryFile small(many_lines(36));
  const TemporaryFile large(many_lines(291));
  const std::vector<std::vector<std::string>> commands = {
      {programs.empty},
      {programs.harden, "--version"},
      {programs.harden, "check", small.path()},
      {programs.harden, "check", large.path()},
  };
  // In turns, so that a slow moment of the machine hits all of them.
  std::vector<std::vector<double>> times(commands.size());
  for (int round = 0; round < 300; ++round) {
    for (std::size_t i = 0; i < commands.size(); ++i) {
      times[i].push_back(run_process(commands[i]).seconds);
    }
  }
  const double empty = median(times[0]);
  std::printf("\ncold start, median of 300\n");
  std::printf("  empty static program          %8.2f ms\n", empty * 1e3);
  const auto line = [&](const char* what, double time, const char* aim) {
    std::printf("  %-28s  %8.2f ms   %4.1f x%s\n", what, time * 1e3,
                time / empty, aim);
  };
  line("harden --version", median(times[1]), "");
  line("harden check, 36 lines", median(times[2]), "   aim < 4, and 5 ms");
  line("harden check, 291 lines", median(times[3]), "");
}

}  // namespace harden::bench
