// bench HARDEN: what harden costs, as ratios within one run. A machine drifts
// by a third from run to run, so absolute times say little.
#include <cstdio>
#include <exception>
#include <filesystem>

#include "sections.h"

int main(int argc, char** argv) {
  if (argc != 2) {
    std::fprintf(stderr, "usage: bench HARDEN\n");
    return 2;
  }
  try {
    const auto here = std::filesystem::read_symlink("/proc/self/exe");
    const harden::bench::Programs programs{
        argv[1], here.parent_path() / "bench_empty",
        harden::bench::peers_in(here.parent_path() / "peers",
                                HARDEN_BENCH_SCRIPTS)};
    // First, while this process is small: a child's peak begins at its
    // parent's.
    report_memory(programs);
    report_evidence_memory(programs);
    report_cold_start(programs);
    report_check_tree(programs);
    harden::bench::report_throughput();
    harden::bench::report_shell();
    harden::bench::report_evidence();
    harden::bench::report_growth();
  } catch (const std::exception& error) {
    std::fprintf(stderr, "bench: %s\n", error.what());
    return 1;
  }
}
