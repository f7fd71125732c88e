// How a child process ended.
#pragma once

#include <sys/types.h>

#include <optional>

namespace harden {

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

}  // namespace harden
