#include "observe/confine/run_confined.h"

#include <fmt/format.h>
#include <linux/audit.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <optional>
#include <utility>

#include "observe/confine/compile_profile.h"
#include "runtime/seccomp/argument_fits.h"
#include "runtime/seccomp/call_table.h"

namespace harden::confine {
namespace {

// What parent and child tell each other through shared memory: behind the
// filter the child must not need a system call for it.
struct SharedState {
  std::atomic<int> listener = -1;
  std::atomic<int> error = 0;  // of the child, before the program ran
};

std::vector<std::string> own_capabilities() {
  std::vector<std::string> names;
  // linux/capability.h, for rules of the default profile.
  constexpr std::pair<int, const char*> all[] = {
      {2, "DAC_READ_SEARCH"}, {16, "SYS_MODULE"},
      {17, "SYS_RAWIO"},      {18, "SYS_CHROOT"},
      {19, "SYS_PTRACE"},     {20, "SYS_PACCT"},
      {21, "SYS_ADMIN"},      {22, "SYS_BOOT"},
      {23, "SYS_NICE"},       {25, "SYS_TIME"},
      {26, "SYS_TTY_CONFIG"}, {34, "SYSLOG"},
      {38, "PERFMON"},        {39, "BPF"}};
  for (const auto& [number, name] : all) {
    if (prctl(PR_CAPBSET_READ, number, 0, 0, 0) == 1) names.emplace_back(name);
  }
  return names;
}

bool is_refusal(SeccompAction action) {
  return action != SeccompAction::allow && action != SeccompAction::log;
}

// Every refusal becomes a question to the parent.
SeccompProfile asking(SeccompProfile profile) {
  const auto ask = [](SeccompAction& action) {
    if (is_refusal(action)) action = SeccompAction::notify;
  };
  ask(profile.default_action);
  for (SeccompRule& it : profile.rules) ask(it.action);
  return profile;
}

// Found before the filter is there, for the search makes calls of its own.
std::string find_program(const std::string& name) {
  if (name.find('/') != std::string::npos) return name;
  const char* variable = std::getenv("PATH");
  std::string_view path = variable == nullptr ? "/usr/bin:/bin" : variable;
  while (!path.empty()) {
    const std::size_t end = std::min(path.find(':'), path.size());
    const std::string file =
        fmt::format("{}/{}", end == 0 ? "." : path.substr(0, end), name);
    if (access(file.c_str(), X_OK) == 0) return file;
    path.remove_prefix(std::min(end + 1, path.size()));
  }
  throw ConfineError(fmt::format("{}: no such program", name));
}

class ConfinedRun {
 public:
  ConfinedRun(const SeccompProfile& profile, Denial denial,
              const std::vector<std::string>& argv)
      : profile_(profile),
        denial_(denial),
        situation_{std::string(seccomp::native_architecture()),
                   own_capabilities(),
                   {}},
        filter_(compile_profile(asking(profile), situation_)),
        rules_(seccomp::resolved_rules(profile, situation_)),
        program_(find_program(argv.front())) {
    for (const std::string& it : argv) {
      words_.push_back(const_cast<char*>(it.c_str()));
    }
    words_.push_back(nullptr);
  }

  Outcome run() {
    make_shared();
    start();
    const int listener = wait_for_listener();
    while (!has_ended()) answer(listener);
    if (listener >= 0) close(listener);
    const int error = shared_->error;
    munmap(shared_, sizeof(SharedState));
    if (error != 0) {
      throw ConfineError(fmt::format("{} cannot be started: {}", program_,
                                     std::strerror(error)));
    }
    return std::move(outcome_);
  }

 private:
  void make_shared() {
    void* memory = mmap(nullptr, sizeof(SharedState), PROT_READ | PROT_WRITE,
                        MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED) throw ConfineError("no memory");
    shared_ = new (memory) SharedState;
  }

  // The child shares the table of descriptors until it becomes the program, so
  // that the listener is the parent's without a call to hand it over.
  void start() {
    const long child = syscall(SYS_clone, CLONE_FILES | SIGCHLD, nullptr,
                               nullptr, nullptr, nullptr);
    if (child < 0) throw ConfineError("no process can be made");
    if (child == 0) become_program();
    child_ = static_cast<pid_t>(child);
  }

  [[noreturn]] void become_program() {
    sock_fprog program{static_cast<unsigned short>(filter_.size()),
                       filter_.data()};
    long listener = -1;
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
      listener = syscall(SYS_seccomp, SECCOMP_SET_MODE_FILTER,
                         SECCOMP_FILTER_FLAG_NEW_LISTENER, &program);
    }
    if (listener < 0) {
      shared_->error = errno;
    } else {
      shared_->listener = static_cast<int>(listener);
      execve(program_.c_str(), words_.data(), environ);
      shared_->error = errno;
    }
    // exit may be refused, too; the parent then ends this process.
    while (true) _exit(127);
  }

  int wait_for_listener() {
    while (shared_->listener < 0 && shared_->error == 0 && !has_ended()) {
      usleep(200);
    }
    return shared_->listener;
  }

  bool has_ended() {
    if (ended_) return true;
    if (shared_->error != 0) kill(child_, SIGKILL);
    ended_ = waitpid(child_, &outcome_.status, WNOHANG) == child_;
    return ended_;
  }

  // The next question, or a short while without any.
  void answer(int listener) {
    pollfd waiting{listener, POLLIN, 0};
    constexpr int short_while = 20;  // milliseconds
    if (listener < 0 || poll(&waiting, 1, short_while) <= 0 ||
        (waiting.revents & POLLIN) == 0) {
      if ((waiting.revents & POLLHUP) != 0) usleep(200);
      return;
    }
    seccomp_notif question = {};
    if (ioctl(listener, SECCOMP_IOCTL_NOTIF_RECV, &question) != 0) return;
    seccomp_notif_resp response = {};
    response.id = question.id;
    decide(question, response);
    ioctl(listener, SECCOMP_IOCTL_NOTIF_SEND, &response);
  }

  // The rule that refuses the call; null: the default does.
  const SeccompRule* rule_of(const std::string& name,
                             const seccomp_data& data) const {
    for (const SeccompRule& it : rules_) {
      if (!is_refusal(it.action) ||
          std::ranges::find(it.names, name) == it.names.end()) {
        continue;
      }
      const auto holds = [&](const SeccompArgument& argument) {
        return seccomp::fits(argument, data.args[argument.index]);
      };
      if (std::ranges::all_of(it.arguments, holds)) return &it;
    }
    return nullptr;
  }

  void decide(const seccomp_notif& question, seccomp_notif_resp& response) {
    const std::string name =
        seccomp::name_of(question.data.nr, question.data.arch == AUDIT_ARCH_I386
                                               ? "x86"
                                               : situation_.architecture);
    const SeccompRule* rule = rule_of(name, question.data);
    const auto error = rule == nullptr ? profile_.default_error : rule->error;
    response.error = -static_cast<int>(error.value_or(EPERM));
    // An error of a rule's own is an answer and no refusal: ENOSYS of clone3.
    if (rule != nullptr && rule->action == SeccompAction::error &&
        response.error != -EPERM) {
      return;
    }
    const SeccompAction written =
        rule == nullptr ? profile_.default_action : rule->action;
    std::string said = refuse(question, action_for(written), response);
    ++outcome_.refused[{name, std::move(said)}];
  }

  SeccompAction action_for(SeccompAction written) const {
    switch (denial_) {
      case Denial::as_written:
        return written;
      case Denial::kill:
        return SeccompAction::kill_process;
      case Denial::error:
        return SeccompAction::error;
      case Denial::log:
        break;
    }
    return SeccompAction::log;
  }

  std::string refuse(const seccomp_notif& question, SeccompAction action,
                     seccomp_notif_resp& response) const {
    switch (action) {
      case SeccompAction::log:
      case SeccompAction::allow:
        response.error = 0;
        response.flags = SECCOMP_USER_NOTIF_FLAG_CONTINUE;
        return "went through";
      case SeccompAction::error:
        if (denial_ == Denial::error) response.error = -EPERM;
        break;
      case SeccompAction::trace:  // by nobody
      case SeccompAction::notify:
        response.error = -ENOSYS;
        break;
      default:
        kill(static_cast<pid_t>(question.pid), SIGKILL);
        return "killed";
    }
    return fmt::format("error {}", -response.error);
  }

  const SeccompProfile& profile_;
  Denial denial_;
  seccomp::Situation situation_;
  std::vector<sock_filter> filter_;
  std::vector<SeccompRule> rules_;
  std::string program_;
  std::vector<char*> words_;
  SharedState* shared_ = nullptr;
  pid_t child_ = 0;
  bool ended_ = false;
  Outcome outcome_;
};

}  // namespace

Outcome run_confined(const SeccompProfile& profile, Denial denial,
                     const std::vector<std::string>& argv) {
  return ConfinedRun(profile, denial, argv).run();
}

SeccompProfile strict_profile() {
  SeccompProfile profile;
  profile.default_action = SeccompAction::kill_process;
  profile.default_error.reset();
  SeccompRule rule;
  rule.names = {"execve", "exit", "read", "rt_sigreturn", "write"};
  profile.rules.push_back(std::move(rule));
  return profile;
}

}  // namespace harden::confine
