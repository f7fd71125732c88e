#include <algorithm>
#include <cstdio>
#include <filesystem>

#include "inputs.h"
#include "process.h"
#include "sections.h"

namespace harden::bench {
namespace {

double peak_megabytes(const Programs& programs, const std::string& file) {
  return run_process({programs.harden, "check", file}).peak_kilobytes / 1024.0;
}

}  // namespace

void report_memory(const Programs& programs) {
  const long floor = run_process({programs.empty}).peak_kilobytes;
  std::printf("peak memory of `harden check`   (an empty program: %.1f MB)\n",
              floor / 1024.0);
  std::filesystem::path worst;
  double peak = 0;
  for (const auto& path : corpus_paths("dockerfile")) {
    const double megabytes = peak_megabytes(programs, path);
    if (megabytes > peak) {
      peak = megabytes;
      worst = path;
    }
  }
  if (worst.empty()) {
    std::printf("  corpus skipped: no copy, ./dev corpus makes one\n");
  } else {
    std::printf("  corpus, worst file            %8.1f MB   aim < 20\n", peak);
  }
  // In a scope of its own, so that its text is gone when the child starts.
  const TemporaryFile file(many_lines(50'000));
  std::printf("  50,000 lines                  %8.1f MB   aim < 120\n",
              peak_megabytes(programs, file.path()));
}

}  // namespace harden::bench
