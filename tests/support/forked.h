// Tests that change what belongs to the whole process, or that may hang.
#pragma once

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <functional>

namespace harden {

// What `part` gives, run in a process of its own; -1 when that was ended,
// as it is when it takes longer than half a minute.
inline int status_of_fork(const std::function<int()>& part) {
  const pid_t child = fork();
  if (child == 0) {
    alarm(30);
    _exit(part());
  }
  int status = 0;
  waitpid(child, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

// From now on a signal arrives every few milliseconds, and cuts system calls
// short.
inline void interrupt_often() {
  struct sigaction action = {};
  action.sa_handler = [](int) {};
  sigaction(SIGUSR1, &action, nullptr);
  const pid_t target = getpid();
  if (fork() == 0) {
    alarm(30);
    while (kill(target, SIGUSR1) == 0) usleep(3000);
    _exit(0);
  }
}

}  // namespace harden
