#include "process.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <stdexcept>

#include "timing.h"

extern char** environ;

namespace harden::bench {
namespace {

struct SilentOutput {
  posix_spawn_file_actions_t actions;
  SilentOutput() {
    posix_spawn_file_actions_init(&actions);
    for (int descriptor : {STDOUT_FILENO, STDERR_FILENO}) {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null",
                                       O_WRONLY, 0);
    }
  }
  ~SilentOutput() { posix_spawn_file_actions_destroy(&actions); }
};

}  // namespace

ProcessCost run_process(const std::vector<std::string>& argv) {
  std::vector<char*> pointers;
  for (const std::string& argument : argv) {
    pointers.push_back(const_cast<char*>(argument.c_str()));
  }
  pointers.push_back(nullptr);

  static const SilentOutput silent;
  ProcessCost cost;
  cost.seconds = seconds_of([&] {
    pid_t child = 0;
    if (posix_spawn(&child, pointers[0], &silent.actions, nullptr,
                    pointers.data(), environ) != 0) {
      throw std::runtime_error("cannot start " + argv[0]);
    }
    rusage usage{};
    int status = 0;
    wait4(child, &status, 0, &usage);
    cost.peak_kilobytes = usage.ru_maxrss;
    cost.status = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
  });
  return cost;
}

}  // namespace harden::bench
