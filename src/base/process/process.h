// Other programs, started without a shell and never waited for without end.
#pragma once

#include <sys/types.h>

#include <chrono>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace harden {

// Why another program did not do what was needed of it.
// The engine, the build or the program does not do what is needed; what() says
// it in one line.
class ProcessFailure : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};
// SIGINT or SIGTERM; what was made on the engine is gone already.
class Interrupted : public ProcessFailure {
 public:
  Interrupted() : ProcessFailure("interrupted") {}
};

// How a child process ended.
struct ChildEnd {
  // As of waitpid(2). Empty where nobody can tell: somebody else has waited for
  // the child, as the kernel itself does while SIGCHLD is ignored.
  std::optional<int> status;
};

// nullopt: it still runs.
std::optional<ChildEnd> look_at_child(pid_t child);

ChildEnd wait_for_child(pid_t child);

// As shells say it: 128 and the number of the signal that ended it.
int shell_status(int wait_status);

// A parent that ignores SIGCHLD hands that down to what it starts, and the
// kernel then keeps no child's status. For the beginning of a program.
void keep_child_status();

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
