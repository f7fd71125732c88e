#include "base/process/child_end.h"

#include <signal.h>
#include <sys/wait.h>

#include <cerrno>

namespace harden {
namespace {

std::optional<ChildEnd> wait_with(pid_t child, int options) {
  for (;;) {
    int status = 0;
    const pid_t ended = waitpid(child, &status, options);
    if (ended == child) return ChildEnd{status};
    if (ended == 0) return std::nullopt;
    if (errno != EINTR) return ChildEnd{};  // ECHILD: there is none any more
  }
}

}  // namespace

std::optional<ChildEnd> look_at_child(pid_t child) {
  return wait_with(child, WNOHANG);
}

ChildEnd wait_for_child(pid_t child) {
  return wait_with(child, 0).value_or(ChildEnd{});
}

int shell_status(int wait_status) {
  return WIFSIGNALED(wait_status) ? 128 + WTERMSIG(wait_status)
                                  : WEXITSTATUS(wait_status);
}

void keep_child_status() { signal(SIGCHLD, SIG_DFL); }

}  // namespace harden
