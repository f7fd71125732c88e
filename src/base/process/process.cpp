#include "base/process/process.h"

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <thread>

#include "base/process/interrupt.h"

extern char** environ;

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

using Clock = std::chrono::steady_clock;
using std::chrono::milliseconds;

class Pipe {
 public:
  Pipe() {
    if (pipe2(ends_.data(), O_CLOEXEC) != 0) {
      throw ProcessFailure(std::string("no pipe: ") + std::strerror(errno));
    }
    fcntl(ends_[0], F_SETFL, O_NONBLOCK);
  }
  ~Pipe() {
    close(ends_[0]);
    close_writer();
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;

  int reader() const { return ends_[0]; }
  int writer() const { return ends_[1]; }
  void close_writer() {
    if (ends_[1] >= 0) close(ends_[1]);
    ends_[1] = -1;
  }

  bool is_at_end() const { return is_at_end_; }

  // A pipe at its end would always be ready.
  pollfd watched() const { return {is_at_end_ ? -1 : reader(), POLLIN, 0}; }

  // What is there now, of which the last is kept. Who writes faster than this
  // reads must not hold up what else is to be done.
  void take(std::string& output, std::size_t kept) {
    constexpr int most_blocks = 64;
    std::array<char, 16384> block;
    for (int i = 0; i < most_blocks && !is_at_end_; ++i) {
      const ssize_t got = read(reader(), block.data(), block.size());
      if (got < 0 && (errno == EAGAIN || errno == EINTR)) return;
      is_at_end_ = got <= 0;
      if (is_at_end_) return;
      output.append(block.data(), static_cast<std::size_t>(got));
      if (output.size() > 2 * kept) output.erase(0, output.size() - kept);
    }
  }

 private:
  std::array<int, 2> ends_{-1, -1};
  bool is_at_end_ = false;
};

// Pointers into texts that outlive them, ended by a null.
std::vector<char*> pointers(const std::vector<std::string>& texts) {
  std::vector<char*> result;
  for (const std::string& it : texts) {
    result.push_back(const_cast<char*>(it.c_str()));
  }
  result.push_back(nullptr);
  return result;
}

std::vector<std::string> environment_with(const ProcessOptions& options) {
  std::vector<std::string> result;
  for (const auto& [name, value] : options.environment) {
    result.push_back(name + "=" + value);
  }
  for (char** it = environ; *it != nullptr; ++it) {
    const std::string_view variable = *it;
    const auto name = variable.substr(0, variable.find('='));
    bool given = false;
    for (const auto& added : options.environment) given |= added.first == name;
    if (!given) result.emplace_back(variable);
  }
  return result;
}

// In a process group of its own: the terminal's Ctrl-C reaches only us.
pid_t spawn(const std::vector<std::string>& argv, const ProcessOptions& options,
            const Pipe& output, const Pipe& errors) {
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null",
                                   O_RDONLY, 0);
  posix_spawn_file_actions_adddup2(&actions, output.writer(), STDOUT_FILENO);
  posix_spawn_file_actions_adddup2(&actions, errors.writer(), STDERR_FILENO);
  posix_spawnattr_t attributes;
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);

  const std::vector<std::string> variables = environment_with(options);
  pid_t child = 0;
  const int error =
      posix_spawnp(&child, argv.front().c_str(), &actions, &attributes,
                   pointers(argv).data(), pointers(variables).data());
  posix_spawnattr_destroy(&attributes);
  posix_spawn_file_actions_destroy(&actions);
  if (error == 0) return child;
  throw ProcessFailure(fmt::format("`{}` cannot be started: {}", argv.front(),
                                   std::strerror(error)));
}

// A child that is ended, with all that it started, unless it was waited for.
class ChildProcess {
 public:
  explicit ChildProcess(pid_t pid) : pid_(pid) {}
  ~ChildProcess() { end(); }
  ChildProcess(const ChildProcess&) = delete;
  ChildProcess& operator=(const ChildProcess&) = delete;

  // Whether it has ended by itself.
  bool has_ended() {
    if (!end_) end_ = look_at_child(pid_);
    return end_.has_value();
  }

  // Gently at first: an engine's client then tells the engine.
  void end() {
    if (has_ended()) return;
    kill(-pid_, SIGTERM);
    const auto last = Clock::now() + std::chrono::seconds(5);
    while (!has_ended() && Clock::now() < last) {
      std::this_thread::sleep_for(milliseconds(50));
    }
    if (has_ended()) return;
    kill(-pid_, SIGKILL);
    end_ = wait_for_child(pid_);
  }

  // Of a child that has ended by itself.
  std::optional<int> status() const { return end_->status; }

 private:
  pid_t pid_;
  std::optional<ChildEnd> end_;
};

int known_status(const std::string& program, std::optional<int> status) {
  if (status) return shell_status(*status);
  throw ProcessFailure(
      fmt::format("`{}` has ended, but something else has waited for it, so "
                  "nobody knows with which status",
                  program));
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

ProcessResult run_process(const std::vector<std::string>& argv,
                          const ProcessOptions& options) {
  ProcessResult result;
  Pipe output;
  Pipe errors;
  ChildProcess child(spawn(argv, options, output, errors));
  output.close_writer();
  errors.close_writer();
  const auto end = Clock::now() + options.timeout;
  // What it started may keep the pipes open: its own end is what counts.
  while (!child.has_ended()) {
    if (!options.despite_interrupt) stop_if_interrupted();
    if (Clock::now() >= end) {
      result.timed_out = true;
      child.end();
      break;
    }
    std::array<pollfd, 2> watched = {output.watched(), errors.watched()};
    const bool ends_soon = output.is_at_end() && errors.is_at_end();
    poll(watched.data(), watched.size(), ends_soon ? 5 : 20);
    output.take(result.output, options.kept);
    errors.take(result.errors, options.kept);
  }
  output.take(result.output, options.kept);
  errors.take(result.errors, options.kept);
  result.status = result.timed_out ? 128 + SIGTERM
                                   : known_status(argv.front(), child.status());
  return result;
}

std::string last_line(const std::string& output) {
  const std::size_t end = output.find_last_not_of(" \t\r\n");
  if (end == output.npos) return {};
  const std::size_t begin = output.find_last_of('\n', end);
  return output.substr(begin + 1, end - begin);
}

}  // namespace harden
